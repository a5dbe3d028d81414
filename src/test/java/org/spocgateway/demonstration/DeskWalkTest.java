package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Cases;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Gate;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** The officers' pages on the running gateway, walked in the policy's order without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskWalkTest {
    private RunningGateway gateway;
    private MailWorld world;
    private DemonstrationPki pki;
    private Scene scene;
    private DeskBrowser jo;
    private DeskBrowser marta;

    @BeforeAll
    void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder) {
        pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        gateway = RunningGateway.start(
                world,
                pki,
                folder.resolve("state"),
                Map.of(
                        "gateway.casework.undo", "PT8S",
                        "gateway.dispatch.attempts", "2",
                        "gateway.dispatch.try-again", "1s"));
        scene = new Scene(
                Story.load(),
                world,
                gateway,
                pki,
                new Narrator(new PrintStream(OutputStream.nullOutputStream()), false));
        jo = signedIn(pki, "jo.pendry", "Jo Pendry");
        marta = signedIn(pki, "marta.quill", "Marta Quill");
    }

    @AfterAll
    void stop() {
        gateway.close();
        world.close();
    }

    private DeskBrowser signedIn(DemonstrationPki pki, String signIn, String name) {
        var made = (Added.Made) gateway.part(Accounts.class).add(signIn, name, Actor.Role.OFFICER);
        var browser = new DeskBrowser(pki.tls(), "https://localhost:" + gateway.deskPort());
        browser.open("/").press("Sign in", Map.of("name", signIn, "word", made.word()));
        assertThat(browser.text()).contains("Your passkey");
        return browser;
    }

    private String casePath() {
        return "/cases/" + scene.theCase().id().value();
    }

    private Gate gate() {
        return gateway.part(Cases.class)
                .find(scene.theCase().id())
                .orElseThrow()
                .gate();
    }

    @Test
    @Order(1)
    void today_says_when_it_looked_even_when_nothing_waits() {
        RunningGateway.await(
                "the mailbox is looked at",
                java.time.Duration.ofSeconds(20),
                () -> jo.open("/today").text().contains("Last looked in the mailbox"));
        assertThat(jo.text()).contains("Nothing is waiting for you.", "Jo Pendry", "London Borough of Brackenford");
        assertThat(jo.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(jo.page().select("a.govuk-skip-link").attr("href")).isEqualTo("#main-content");
    }

    @Test
    @Order(2)
    void a_case_without_the_go_ahead_has_no_way_to_ask_anybody() {
        scene.arrives("worry", "");
        jo.open("/today").follow(scene.theCase().reference().value());
        assertThat(jo.text()).contains("Waiting for police").doesNotContain("Ask partners");
        assertThat(jo.page().location())
                .doesNotContain(scene.theCase().reference().value());

        jo.follow("Go-ahead page");
        assertThat(jo.text())
                .contains(
                        "No further action should be taken until Police indicate information gathering can commence.");
        assertThat(jo.offers("Send to Prevent police")).isTrue();
        assertThat(jo.offers("This one is the go-ahead"))
                .as("a worry of staff is no go-ahead")
                .isFalse();
        assertThat(jo.page().html()).doesNotContain("/ask/");

        assertThat(jo.open(casePath() + "/ask/partners").status()).isEqualTo(409);
        assertThat(jo.text()).contains("Nothing was changed");
        jo.open(casePath()).force(casePath() + "/ask/send");
        assertThat(jo.status()).isEqualTo(409);
    }

    @Test
    @Order(3)
    void facts_are_written_down_and_shown_only_to_those_who_ask() {
        jo.open(casePath()).follow("Write facts down");
        jo.press("Save", Map.of());
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("Write at least one fact.");
        jo.press("Save", Map.of("name", "Tamsin Ridgewell", "born", "2001-03-09"));
        assertThat(jo.text()).contains("T.R.").doesNotContain("Ridgewell");
        jo.press("Show name", Map.of());
        assertThat(jo.text()).contains("Tamsin Ridgewell");
        assertThat(jo.open(casePath()).text()).doesNotContain("Ridgewell");
    }

    @Test
    @Order(4)
    void the_referral_goes_on_to_police_by_one_click() {
        jo.open(casePath());
        if (jo.offers("Send to Prevent police")) {
            jo.press("Send to Prevent police", Map.of());
            assertThat(jo.text()).contains("It is on its way to Prevent police.");
        }
        jo.open(casePath() + "/go-ahead").press("Send to Prevent police", Map.of());
        assertThat(jo.text()).contains("no referral on this case that has not gone");
    }

    @Test
    @Order(5)
    void safeguarding_is_told_before_the_go_ahead_and_typing_is_kept() {
        jo.open(casePath() + "/safeguarding");
        assertThat(jo.text()).contains("ring 999 first");
        jo.press("Tell them now", Map.of("text", "Please consider your own procedures."));
        assertThat(jo.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#frontDoors");
        assertThat(jo.page().select("textarea").text()).isEqualTo("Please consider your own procedures.");
        assertThat(jo.page().title()).startsWith("Error:");
        jo.press("Tell them now", Map.of("frontDoors", "childrens-front-door"));
        assertThat(jo.text()).contains("Safeguarding and Prevent police are being told.");
    }

    @Test
    @Order(6)
    void what_nobody_took_over_says_what_happened_that_nothing_is_lost_and_what_to_do() {
        world.busy("council-relay", true);
        jo.open(casePath() + "/safeguarding")
                .press("Tell them now", Map.of("frontDoors", "childrens-front-door", "text", "A second worry."));
        RunningGateway.await(
                "it is held",
                java.time.Duration.ofSeconds(30),
                () -> jo.open("/requests").text().contains("Wait for a decision"));
        assertThat(jo.text())
                .contains(
                        "Tried 2 times, and nobody took it over",
                        "They have not got it.",
                        "Nothing is lost",
                        "Ring 020 7946 0")
                .contains("Put it to the rules again");

        world.busy("council-relay", false);
        int before = world.sent("council-relay").size();
        jo.press("Put it to the rules again", Map.of());
        RunningGateway.await(
                "it is sent",
                java.time.Duration.ofSeconds(30),
                () -> world.sent("council-relay").size() > before);
        assertThat(jo.open("/requests").text()).doesNotContain("Wait for a decision");
    }

    @Test
    @Order(6)
    void a_lookalike_waits_for_a_person_who_is_told_what_to_do() {
        scene.arrives("lookalike", "");
        jo.open("/waiting");
        jo.page().select("main .gateway-list a").stream().findFirst().ifPresent(each -> jo.follow(each.text()));
        assertThat(jo.text()).contains("Next step", "Do not act on it").doesNotContain("northmere.police.uk.example");
        jo.press("Read the message", Map.of());
        assertThat(jo.text()).contains("prevent.referrals@northmere.police.uk.example");
        jo.press("Put it there", Map.of("reference", "NOBODY-1234"));
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("There is no case or request");
        assertThat(jo.page().select("#reference").attr("value")).isEqualTo("NOBODY-1234");
        jo.press("Set it aside", Map.of());
        assertThat(jo.text()).contains("It is set aside.", "No message waits for a person.");
    }

    @Test
    @Order(7)
    void an_urgent_referral_asks_for_the_call_on_the_directory_s_number() {
        scene.arrives("referral", "");
        jo.open("/today");
        assertThat(jo.text()).contains("Urgent (1)", "ring police", "Ring 020 7946 0142");
        assertThat(jo.page().select(".gateway-list a").eachText())
                .as("in one list only")
                .containsOnlyOnce(scene.theCase().reference().value());
        jo.open(casePath()).follow("Note a telephone call");
        jo.press("Save", Map.of("caller", "PC Ros Adeyemi-Hale", "time", "25:99"));
        assertThat(jo.page().select(".govuk-error-summary li")).hasSize(3);
        assertThat(jo.page().select("#caller").attr("value")).isEqualTo("PC Ros Adeyemi-Hale");
        jo.press("Save", Map.of("collarNumber", "4417", "time", "0:01", "calledBack", "true"));
        assertThat(jo.text()).contains("The call is noted.");
    }

    @Test
    @Order(8)
    void nothing_opens_without_the_tick() {
        jo.open(casePath() + "/go-ahead");
        assertThat(jo.text()).contains("Grade A");
        jo.press("Yes, police say that we can start", Map.of());
        assertThat(jo.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#receivedSecurely");
        assertThat(gate()).isEqualTo(Gate.PROPOSED);
        jo.press("Yes, police say that we can start", Map.of("receivedSecurely", "true"));
        assertThat(gate()).isEqualTo(Gate.OPEN);
    }

    @Test
    @Order(9)
    void partners_are_asked_step_by_step_and_it_can_be_undone() {
        jo.open(casePath()).follow("Ask partners");
        jo.press("Continue", Map.of());
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("Choose at least one partner.");
        jo.press(
                "Continue",
                Map.of(
                        "partners",
                        List.of("childrens-social-care", "larkhill-nhs-trust", "tidewell-homes"),
                        "address",
                        "j.doe@webmail.example"));
        assertThat(jo.page().select("input[name=questions][checked]")).hasSize(3);
        jo.press("Continue", Map.of());
        assertThat(jo.page().select("input[name=facts][checked]")).hasSize(3);
        jo.press("Continue", Map.of());
        assertThat(jo.page().select("#day").attr("value"))
                .as("five working days on, no weekend and no bank holiday")
                .isEqualTo(gateway.part(Directory.class)
                        .workingDays()
                        .after(java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")), 5)
                        .format(java.time.format.DateTimeFormatter.ofPattern("d/M/uuuu")));
        jo.press("Continue", Map.of("day", "2020-01-01"));
        assertThat(jo.page().select("#day").attr("value")).isEqualTo("2020-01-01");
        jo.press("Continue", Map.of("day", "31/2/2027"));
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("day/month/year");
        jo.press("Continue", Map.of("day", java.time.LocalDate.now().plusDays(7).toString()));
        jo.follow("Continue");
        assertThat(jo.page().select("tbody tr")).hasSize(4);
        assertThat(jo.text())
                .contains(
                        "Standard council email",
                        "Secure public-sector email (GCSX)",
                        "Secure web reply (Egress)",
                        "R22",
                        "What Tidewell Homes will see",
                        "Tamsin Ridgewell",
                        "Send 3 requests");
        jo.press("Send 3 requests", Map.of());
        assertThat(jo.text()).contains("Nothing leaves before");
        jo.press("Undo", Map.of());
        assertThat(jo.text()).contains("The request is undone.").doesNotContain("Nothing leaves before");
        assertThat(jo.offers("Undo")).isFalse();
    }

    @Test
    @Order(9)
    void a_file_that_is_too_large_gets_a_page_that_says_what_to_do_and_what_was_typed_stays() {
        jo.open(casePath() + "/ask/partners").press("Continue", Map.of("partners", "tidewell-homes"));
        for (int megabytes : List.of(26, 60)) {
            jo.open(casePath() + "/ask/files").upload("Add this file", "scan.pdf", megabytes * 1024 * 1024);
            assertThat(jo.status()).as("%s MB", megabytes).isEqualTo(413);
            assertThat(jo.text())
                    .contains("The file is too large", "nothing was lost", "at most 25 MB")
                    .doesNotContain("scan.pdf");
        }
        assertThat(gateway.part(MultipartConfigElement.class).getFileSizeThreshold())
                .as("a file is never written to disk before it is sealed")
                .isGreaterThanOrEqualTo(
                        (int) gateway.part(MultipartConfigElement.class).getMaxRequestSize());
        jo.open(casePath() + "/ask/files").upload("Add this file", "scan.pdf", 24 * 1024 * 1024);
        assertThat(jo.text()).contains("scan.pdf");
        assertThat(jo.open(casePath() + "/ask/partners").page().select("input[value=tidewell-homes][checked]"))
                .hasSize(1);
    }

    @Test
    @Order(10)
    void a_code_is_read_out_only_to_a_checked_caller_and_a_request_can_be_withdrawn() {
        jo.open(casePath()).follow("Ask partners");
        jo.press("Continue", Map.of("partners", "tidewell-homes"));
        jo.press("Continue", Map.of()).press("Continue", Map.of()).press("Continue", Map.of());
        jo.follow("Continue").press("Send 1 request", Map.of());
        String request = java.net.URI.create(jo.page().location()).getPath();
        assertThat(jo.offers("Show a code to read out")).isFalse();
        RunningGateway.await(
                "the package is live",
                java.time.Duration.ofSeconds(60),
                () -> jo.open(request).text().contains("Notified, not opened"));
        assertThat(jo.text()).contains("Secure web reply (Egress)", "Ring 020 7946 0153");

        jo.press("Show a code to read out", Map.of());
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("Check the caller first");
        assertThat(jo.page().select(".gateway-code")).isEmpty();
        jo.press("Show a code to read out", Map.of("callerChecked", "true"));
        assertThat(jo.page().select(".gateway-code").text()).matches("[0-9]{6}");
        assertThat(jo.open(request).page().select(".gateway-code")).isEmpty();

        jo.press("Withdraw this request", Map.of());
        assertThat(jo.text()).contains("It is withdrawn", "Withdrawn");
        assertThat(jo.offers("Show a code to read out")).isFalse();
        assertThat(jo.open(casePath() + "/stop").text()).contains("Tidewell Homes");
    }

    @Test
    @Order(11)
    void police_say_stop_and_what_is_out_is_listed() {
        jo.open(casePath() + "/stop");
        jo.press("Stop this case", Map.of("caller", "DS Imran Whitlock", "collarNumber", "DS", "time", "0:01"));
        assertThat(jo.text()).contains("The case is stopped.", "What is already out");
        assertThat(gate()).isEqualTo(Gate.STOPPED);
        assertThat(jo.open(casePath()).text())
                .contains("Police have said stop.")
                .doesNotContain("Ask partners");
        assertThat(jo.open(casePath() + "/ask/check").status()).isEqualTo(409);
        jo.open(casePath() + "/safeguarding")
                .press("Tell them now", Map.of("frontDoors", "childrens-front-door", "text", "Once more."));
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("Ring police first");
    }

    @Test
    @Order(12)
    void a_spoken_go_ahead_waits_for_a_second_person() {
        jo.open("/cases");
        scene.arrives("next-mail", "");
        String other = otherCase();
        if (other.isEmpty()) {
            return;
        }
        jo.open(other + "/go-ahead/spoken")
                .press(
                        "Save",
                        Map.of(
                                "caller", "DS Imran Whitlock",
                                "collarNumber", "DS",
                                "time", "0:01",
                                "said", "second-person",
                                "calledBack", "true"));
        assertThat(jo.text()).contains("A colleague must confirm it");
        assertThat(jo.offers("I confirm it as the second person")).isFalse();
        marta.open(other + "/go-ahead").press("I confirm it as the second person", Map.of());
        assertThat(marta.text()).contains("an officer has confirmed it");
    }

    @Test
    @Order(15)
    void health_is_answered_on_this_machine_s_own_port_and_nothing_else_is() {
        String port =
                gateway.part(org.springframework.core.env.Environment.class).getProperty("local.management.port");
        var monitoring = new DeskBrowser(pki.tls(), "http://127.0.0.1:" + port);
        assertThat(monitoring.open("/actuator/health").status()).isEqualTo(200);
        assertThat(monitoring.open("/actuator/env").status()).isNotEqualTo(200);
        assertThat(monitoring.open("/today").text()).doesNotContain("Needs you");
        assertThat(jo.open("/actuator/health").status()).isEqualTo(404);
    }

    private String otherCase() {
        return gateway.part(Cases.class).open().stream()
                .filter(each -> !each.id().equals(scene.theCase().id()))
                .findFirst()
                .map(each -> "/cases/" + each.id().value())
                .orElse("");
    }

    @Test
    @Order(13)
    void a_mail_nobody_can_open_has_a_code_a_next_step_and_a_ready_answer() {
        scene.arrives("unopenable", "");
        jo.open("/waiting");
        jo.follow(jo.page().select("main .gateway-list a").first().text());
        assertThat(jo.text()).contains("OPEN-RECIPIENT", "Next step", "It is safe and kept.");
        assertThat(jo.page().select("#ready-answer").text()).contains("could not open it");
        jo.press("Open a new case from it", Map.of());
        assertThat(jo.page().location()).contains("/cases/");
    }

    @Test
    @Order(14)
    void what_does_not_exist_says_so_and_leaks_nothing() {
        assertThat(jo.open("/cases/nonsense").status()).isEqualTo(404);
        assertThat(jo.text())
                .contains("There is no such page", "nothing was lost")
                .doesNotContain("404");
        assertThat(jo.open("/requests/01234567890123456789012345").status()).isEqualTo(404);
        assertThat(jo.open("/waiting/x").status()).isEqualTo(404);
        assertThat(jo.open("/review/transfers").status()).isEqualTo(403);
        assertThat(jo.text()).contains("You may not do that");
    }

    @Test
    @Order(15)
    void a_case_closes_on_evidence_only_and_a_legal_hold_is_set() {
        jo.open(casePath()).follow("Where the case stands");
        assertThat(jo.text()).contains("Asking partners never waits for it.");
        jo.press("Close the case", Map.of());
        assertThat(jo.text()).contains("must say that it may be closed (policy 3.2)");
        jo.press("Set the legal hold", Map.of("why", "A claim was announced."));
        assertThat(jo.text()).contains("It is written down.", "Legal hold: nothing of this case is erased.");
    }

    @Test
    @Order(16)
    void papers_that_are_filed_elsewhere_start_the_time_for_which_the_content_is_kept() {
        jo.open(casePath() + "/standing");
        assertThat(jo.text()).contains("stays until some time after the case is filed or closed");
        jo.press("The papers are filed there", Map.of());
        assertThat(jo.text()).contains("It is written down.", "Filed in the system of record since ");
        assertThat(jo.offers("The papers are filed there")).isFalse();
        jo.press("End the legal hold", Map.of("why", "The claim is settled."));
        assertThat(jo.text()).contains("What its messages and letters hold is first deleted on ");
    }
}
