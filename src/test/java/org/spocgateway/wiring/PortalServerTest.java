package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.Installation;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.portal.AnswerGiven.Answer;
import org.spocgateway.portal.House;
import org.spocgateway.portal.NewPackage;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.portal.PartnerWalk;
import org.spocgateway.portal.Visiting;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.env.MockEnvironment;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class PortalServerTest {
    @TempDir
    Path folder;

    private final House house = new House(Databases.h2());
    private final List<Object> told = new ArrayList<>();
    private final NewPackage contents = house.example();
    private PortalServer server;
    private PartnerWalk partner;
    private String link;

    @BeforeEach
    void open() {
        var visiting = new Visiting(
                house.database.db(),
                house.database.tx(),
                house.vault,
                house.log,
                told::add,
                house.clock,
                house.random,
                house.settings);
        server = new PortalServer(
                house.settings,
                visiting,
                house.vault,
                Installation.in(folder).directory(),
                messages(),
                templates(),
                new FrontendFiles(),
                new DefaultSslBundleRegistry(),
                new MockEnvironment());
        server.start();
        partner = new PartnerWalk(server.port());
        link = house.live(contents);
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void from_the_link_to_the_receipt_without_scripts() {
        Document landing = partner.get(link);
        assertThat(landing.text())
                .contains("Tidewell Homes", "MAPLE-5521", "1 December 2026", "020 7946 0100")
                .doesNotContain("Zebedee");

        Document code = partner.submit(Map.of());
        assertThat(code.title()).contains("Security code");
        Document who = partner.submit(Map.of("code", house.packages.codeToReadOut(contents.id(), House.OFFICER)));
        assertThat(who.text()).doesNotContain("Zebedee");
        Document request = partner.submit(marta());
        assertThat(request.text())
                .contains(
                        House.PERSON, "Date of birth", "Is this person, or their household", "Has the tenancy changed?")
                .contains("Counter-Terrorism and Security Act 2015");

        partner.submit(Map.of("answer", "known", "plan", "yes", "text", "An early help plan."));
        assertThat(partner.page().text()).contains("Check your answers", "Known to us", "An early help plan.");
        Document receipt = partner.submit(Map.of());

        AnswerGiven given = (AnswerGiven) told.get(0);
        assertThat(receipt.text()).contains("Reply received", given.receipt()).doesNotContain("Zebedee");
        assertThat(given.answer()).isEqualTo(Answer.KNOWN);
        assertThat(given.planExists()).isTrue();
        assertThat(partner.visited).allSatisfy(address -> assertThat(address).doesNotContain("Zebedee", "known"));
        assertThat(partner.visited.subList(2, partner.visited.size())).noneMatch(address -> address.contains("/r/"));
    }

    @Test
    void five_looks_of_a_mail_scanner_leave_it_unread_and_are_counted_as_link_checks() {
        for (int i = 0; i < 4; i++) {
            assertThat(partner.raw("GET", link).headers().firstValue("Set-Cookie"))
                    .isEmpty();
        }
        assertThat(partner.raw("HEAD", link).headers().firstValue("Set-Cookie")).isEmpty();

        PackageStatus status = house.packages.status(contents.id()).orElseThrow();
        assertThat(status.state()).isEqualTo(State.LIVE);
        assertThat(status.linkChecks()).isEqualTo(5);
        assertThat(house.entries()).contains("portal.link-checked").doesNotContain("portal.read", "portal.auth-ok");
        assertThat(house.database
                        .db()
                        .sql("select count(*) from portal_visit")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void looking_at_any_page_changes_nothing() {
        partner.get(link);
        reading();
        List<String> before = house.entries();

        for (String page : List.of("/", "/code", "/who", "/request", "/check", "/receipt", "/accessibility")) {
            partner.get(page);
            partner.raw("HEAD", page);
        }

        assertThat(house.entries()).isEqualTo(before);
        assertThat(partner.get("/request").text()).contains(House.PERSON);
    }

    @Test
    void nothing_about_the_person_is_shown_before_both_locks_are_open() {
        partner.get(link);
        partner.submit(Map.of());

        for (String page : List.of("/who", "/request", "/check", "/receipt", "/request/file/0")) {
            assertThat(partner.get(page).title()).contains("Security code");
        }
    }

    @Test
    void wrong_codes_are_told_and_a_new_one_helps_after_the_wait() {
        partner.get(link);
        partner.submit(Map.of());
        assertThat(partner.submit(Map.of("code", "000000")).text()).contains("There is no code to try now");
        String code = house.packages.codeToReadOut(contents.id(), House.OFFICER);
        String wrong = code.equals("111111") ? "222222" : "111111";
        for (int i = 0; i < 4; i++) {
            assertThat(partner.submit(Map.of("code", wrong)).text()).contains("That code is not right");
        }
        assertThat(partner.submit(Map.of("code", wrong)).text()).contains("Too many wrong codes", "09:01");

        house.clock.advance(java.time.Duration.ofMinutes(1));
        String next = house.packages.codeToReadOut(contents.id(), House.OFFICER);
        assertThat(partner.submit(Map.of("code", next.substring(0, 3) + " " + next.substring(3)))
                        .title())
                .contains("Who is answering");
    }

    @Test
    void the_token_changes_once_the_second_lock_is_open() {
        partner.get(link);
        partner.submit(Map.of());
        String planted = partner.cookie;

        partner.submit(Map.of("code", house.packages.codeToReadOut(contents.id(), House.OFFICER)));

        assertThat(partner.cookie).isNotEqualTo(planted);
        var thief = new PartnerWalk(server.port());
        thief.cookie = planted;
        assertThat(thief.get("/who").title()).contains("This visit has ended");
    }

    @Test
    void withdrawing_ends_the_visit_at_once() {
        reading();

        house.database.tx().executeWithoutResult(status -> house.packages.revoke(contents.id(), House.OFFICER));

        assertThat(partner.get("/request").text()).contains("withdrawn").doesNotContain("Zebedee");
        assertThat(partner.last.statusCode()).isEqualTo(403);
        assertThat(partner.get(link).text()).contains("has withdrawn this request. You do not need to do anything");
    }

    @Test
    void a_colleague_who_was_first_is_said_and_the_second_answer_is_not_taken() {
        reading();
        var colleague = new PartnerWalk(server.port());
        reading(colleague);
        partner.submit(Map.of("answer", "not-known", "plan", "no"));
        colleague.submit(Map.of("answer", "known", "plan", "no", "text", "late words"));
        partner.submit(Map.of());

        assertThat(colleague.submit(Map.of()).text())
                .contains("by you or by a colleague", "24 November 2026, 09:00")
                .doesNotContain("Not known to us");
        assertThat(told).hasSize(1);
        assertThat(colleague.get(link).text()).contains("by you or by a colleague");
    }

    @Test
    void an_expired_link_says_so() {
        house.clock.advance(java.time.Duration.ofDays(22));
        house.packages.expire();

        assertThat(partner.get(link).text()).contains("The time to answer is over");
    }

    @Test
    void a_form_without_our_word_is_refused() {
        reading();

        partner.post("/request", Map.of("answer", "known", "plan", "no", "csrf", "forged"), "");
        assertThat(partner.last.statusCode()).isEqualTo(403);
        partner.post("/check", Map.of(), "");
        assertThat(partner.last.statusCode()).isEqualTo(403);

        assertThat(told).isEmpty();
    }

    @Test
    void what_is_missing_is_said_next_to_its_input_and_what_was_typed_is_kept() {
        partner.get(link);
        partner.submit(Map.of());
        partner.submit(Map.of("code", house.packages.codeToReadOut(contents.id(), House.OFFICER)));

        Document who = partner.submit(Map.of("name", "Marta Quill"));
        assertThat(who.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#role", "#attest");
        assertThat(who.select("#name").val()).isEqualTo("Marta Quill");
        partner.submit(marta());
        Document answers = partner.submit(Map.of("answer", "none-of-these", "text", "kept words"));
        assertThat(answers.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#answer", "#plan");
        assertThat(answers.select("#text").text()).isEqualTo("kept words");
    }

    @Test
    void no_page_of_the_staff_is_reachable_on_the_portals_port() {
        for (String path : List.of(
                "/today",
                "/cases",
                "/requests",
                "/sign-in",
                "/passkey",
                "/login/webauthn",
                "/review/transfers",
                "/api/v1/requests",
                "/actuator/health",
                "/actuator",
                "/error",
                "/webjars/govuk-frontend/x",
                "/r/",
                "/r/short",
                "/assets/../application.yaml",
                "/static/assets/gateway.css")) {
            HttpResponse<String> answer = partner.raw("GET", path);

            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("Apache Tomcat", "Exception");
        }
    }

    @Test
    void no_class_of_the_portal_is_picked_up_by_the_desks_server() {
        var picked = new ClassFileImporter()
                .importPackages("org.spocgateway.portal").stream()
                        .filter(each -> each.isMetaAnnotatedWith("org.springframework.stereotype.Component"))
                        .toList();

        assertThat(picked).isEmpty();
    }

    @Test
    void every_answer_carries_its_headers_and_a_cookie_that_is_ours_alone() {
        partner.get(link);
        HttpResponse<String> posted = partner.raw("POST", link);
        assertThat(posted.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-portal=")
                .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/");

        for (String path : List.of("/", link, "/code", "/nowhere")) {
            var headers = partner.raw("GET", path).headers();
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("X-Robots-Tag").orElse("")).startsWith("noindex");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Content-Security-Policy")).contains(WebSecurity.CONTENT_SECURITY_POLICY);
        }
        assertThat(partner.raw("DELETE", link).statusCode()).isEqualTo(405);
        assertThat(partner.raw("OPTIONS", link).statusCode()).isEqualTo(405);
        assertThat(partner.raw("GET", "/assets/gateway.css")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/css");
    }

    private void reading() {
        reading(partner);
    }

    private void reading(PartnerWalk walk) {
        walk.get(link);
        walk.submit(Map.of());
        walk.submit(Map.of("code", house.packages.codeToReadOut(contents.id(), House.OFFICER)));
        walk.submit(marta());
    }

    private static Map<String, String> marta() {
        return Map.of("name", "Marta Quill", "role", "housing officer", "attest", "true");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/layout", "messages/portal");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static SpringTemplateEngine templates() {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messages());
        return engine;
    }
}
