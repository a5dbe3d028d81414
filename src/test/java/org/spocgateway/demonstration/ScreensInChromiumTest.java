package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.press;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Desk, portal and review in a real Chromium, in the policy's order on one gateway, with scripts and without. Pictures of every screen
 * stay in target/screens.
 */
@EnabledIf(
        value = "org.spocgateway.demonstration.Chromium#isThere",
        disabledReason =
                "no /usr/bin/chromium on this computer: desk, portal and review are walked without a browser by other tests")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensInChromiumTest {
    private static final Pattern LINK = Pattern.compile("https://localhost:\\d+/r/[A-Za-z0-9_-]+");
    private static final List<String> IN_THE_PORTAL = List.of("Tidewell Homes", "Harbourlight", "Oakmere Academy");

    private final List<TransferId> packages = new ArrayList<>();
    private RunningGateway gateway;
    private MailWorld world;
    private Scene scene;
    private Chromium chromium;
    private Screens screens;
    private String desk;
    private String portal;
    private String request = "";
    private OfficerInChromium jo;
    private OfficerInChromium marta;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DemonstrationPki pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        var settings = new HashMap<>(DemonstrationTest.ports());
        desk = "https://localhost:" + settings.get("server.port");
        portal = settings.get("gateway.dispatch.portal-address");
        settings.put("gateway.desk.origin", desk);
        settings.put("gateway.casework.undo", "PT5S");
        gateway = RunningGateway.start(world, pki, folder.resolve("state"), settings);
        scene = new Scene(
                Story.load(),
                world,
                gateway,
                pki,
                new Narrator(new PrintStream(OutputStream.nullOutputStream()), false));
        chromium = Chromium.start(pki);
        screens = new Screens(chromium);
        jo = officer("jo.pendry", "Jo Pendry", false);
        marta = officer("marta.quill", "Marta Quill", true);
    }

    @AfterAll
    void stop() {
        chromium.close();
        gateway.close();
        world.close();
    }

    private OfficerInChromium officer(String signIn, String name, boolean scripts) {
        Page page = screens.page(scripts);
        return new OfficerInChromium(page, desk, scene, screens).signIn(account(signIn, name, Actor.Role.OFFICER));
    }

    private Added.Made account(String signIn, String name, Actor.Role role) {
        return (Added.Made) gateway.part(Accounts.class).add(signIn, name, role);
    }

    @Test
    @Order(1)
    void the_first_sign_in_makes_a_passkey_and_the_next_one_uses_it() {
        Added.Made account = account("ros.hale", "Ros Hale", Actor.Role.OFFICER);
        try (Page page = screens.page(true)) {
            virtualAuthenticator(page);
            var ros = new OfficerInChromium(page, desk, scene, screens);
            ros.mistypesTheWord(account);
            ros.signIn(account);
            assertThat(page.locator("body").getAttribute("class")).contains("govuk-frontend-supported");
            screens.seen(page, "desk-passkey");
            press(page, "Make a passkey");
            page.getByText("The passkey is made.").waitFor();
            assertThat(gateway.part(Accounts.class).hasPasskey(account.account().id()))
                    .isTrue();
            press(page, "Sign out");
            screens.seen(page, "desk-signed-out");
            press(page, "Sign in with your passkey");
            page.waitForURL("**/today");
            assertThat(page.content()).contains("Ros Hale");
        }
        screens.seen(jo.page(), "desk-passkey-without-scripts");
    }

    private static void virtualAuthenticator(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String yes :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(yes, true);
        }
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    @Test
    @Order(2)
    void two_officers_one_without_scripts_come_from_a_worry_to_the_go_ahead() {
        jo.looksAtAWorry();
        scene.officer = jo.actor();
        new Asking(scene).ask(List.of("oakmere-academy"), List.of(), List.of("known"), List.of(), 7);
        jo.tellsSafeguarding();
        scene.arrives("referral", "");
        marta.notesTheCallAndConfirms();
    }

    @Test
    @Order(3)
    void partners_are_asked_with_scripts_and_without_and_one_request_is_undone() {
        jo.asksAndUndoes();
        for (OfficerInChromium officer : List.of(jo, marta)) {
            officer.asks(IN_THE_PORTAL);
            request = officer.page().url();
            packages.addAll(transfers(request));
        }
        packages.forEach(each -> scene.await(
                "the package is live",
                () -> status(each).map(PackageStatus::state).isPresent()
                        && status(each).orElseThrow().state() == PackageStatus.State.LIVE));
    }

    private List<TransferId> transfers(String address) {
        return gateway.part(Requests.class).waiting().stream()
                .filter(each -> address.endsWith(each.id().value()))
                .flatMap(each -> each.recipients().stream())
                .map(RequestView.Recipient::transfer)
                .toList();
    }

    private java.util.Optional<PackageStatus> status(TransferId id) {
        return gateway.part(Packages.class).status(id);
    }

    @Test
    @Order(4)
    void a_scanner_that_follows_every_link_changes_nothing() {
        scene.await("six notices have left", () -> links().size() == 6);
        for (boolean scripts : new boolean[] {true, false}) {
            try (Page page = screens.page(scripts)) {
                for (String link : links()) {
                    page.navigate(link);
                    page.waitForLoadState();
                }
            }
        }
        assertThat(packages).hasSize(6).allSatisfy(each -> {
            assertThat(status(each).orElseThrow().state()).isEqualTo(PackageStatus.State.LIVE);
            assertThat(status(each).orElseThrow().linkChecks()).isEqualTo(2);
        });
    }

    private List<String> links() {
        return world.sent("notice-relay").stream()
                .map(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).replace("=\r\n", ""))
                .flatMap(text -> LINK.matcher(text).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    /** The link in the notice for this package: each is tried until this package's count goes up. */
    private String link(TransferId id) {
        int before = status(id).orElseThrow().linkChecks();
        for (String link : links()) {
            new PartnerBrowser(DemonstrationPki.shared().tls()).open(link);
            if (status(id).orElseThrow().linkChecks() > before) {
                return link;
            }
        }
        throw new AssertionError("no notice has a link to this package");
    }

    @Test
    @Order(5)
    void a_partner_without_scripts_makes_every_mistake_and_answers_not_known() {
        TransferId id = packages.get(3);
        try (Page page = screens.page(false)) {
            var partner =
                    new PartnerInChromium(page, screens, "").open(link(id)).mistypes("no code to try", "2-code-none");
            String code = marta.readsOutACode(request);
            partner.mistypes("You can try 4 more times", "2-code-wrong")
                    .enters(code)
                    .forgetsToSayWho()
                    .saysWho()
                    .forgetsToAnswer()
                    .answers("not-known", "no");
        }
        answered(id, "NOT_KNOWN");
    }

    @ParameterizedTest
    @CsvSource({"0, true, known, yes", "1, true, not-sure, no", "2, false, in-person, no"})
    @Order(6)
    void every_other_answer_is_given_with_scripts_and_without(int number, boolean scripts, String answer, String plan) {
        TransferId id = packages.get(number);
        try (Page page = screens.page(scripts)) {
            var partner = new PartnerInChromium(page, screens, answer + "-").inAHurry();
            String link = link(id);
            partner.open(link)
                    .enters(gateway.part(Packages.class).codeToReadOut(id, jo.actor()))
                    .saysWho()
                    .answers(answer, plan);
            partner.finds(link, "It was answered on", "7-again");
        }
        answered(id, answer.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
    }

    private void answered(TransferId id, String answer) {
        scene.await(
                "the answer is on the case",
                () -> gateway.part(Answers.class).of(scene.theCase().id()).stream()
                        .anyMatch(given -> given.answer().map(Enum::name).equals(java.util.Optional.of(answer))));
        assertThat(status(id).orElseThrow().state()).isEqualTo(PackageStatus.State.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(7)
    void what_is_over_or_was_never_there_says_so(boolean scripts) {
        TransferId expired = packages.get(scripts ? 4 : 5);
        String link = link(expired);
        try (Page page = screens.page(scripts)) {
            var partner = new PartnerInChromium(page, screens, scripts ? "over-" : "over-without-scripts-");
            partner.finds(portal + "/", "Open the link in the mail", "front");
            partner.finds(portal + "/r/nothing-of-the-kind", "open the whole link", "nothing");
            partner.finds(portal + "/request", "Open the link in the mail once more", "ended");
            setState(expired, "expired");
            partner.finds(link, "The time to answer is over", "expired");
            setState(expired, "revoked");
            partner.finds(link, "has withdrawn this request", "withdrawn");
            setState(expired, "live");
        }
    }

    private void setState(TransferId id, String state) {
        gateway.part(JdbcClient.class)
                .sql("update portal_package set state = :state where transfer = :id")
                .param("state", state)
                .param("id", id.value())
                .update();
    }

    @Test
    @Order(8)
    void officers_read_the_answers_withdraw_sort_and_stop() {
        marta.withdrawsTheFirst(request);
        marta.looksAtTheAnswers(request);
        marta.looksWhyAndChases(request);
        jo.plansThePanel();
        marta.comparesTheCount();
        marta.sortsWhatWaits();
        jo.stopsTheCase();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(9)
    void a_reviewer_reads_transfers_one_transfer_and_the_log(boolean scripts) throws Exception {
        String never = scene.theCase().reference().value();
        try (Page page = screens.page(scripts)) {
            var reviewer = new ReviewerInChromium(page, desk, screens, scripts ? "review-" : "review-without-scripts-");
            reviewer.signIn(account(scripts ? "it.security" : "it.second", "Sam " + scripts, Actor.Role.REVIEWER));
            reviewer.filtersTransfers();
            reviewer.readsOneTransfer();
            assertThat(reviewer.downloads(never)).isGreaterThan(10);
            reviewer.isNotAllowedAtTheDesk(desk, never);
        }
    }

    @Test
    @Order(10)
    void the_keyboard_reaches_the_content_first() {
        marta.open("/today").page().keyboard().press("Tab");
        assertThat(marta.page().evaluate("document.activeElement.className"))
                .asString()
                .contains("govuk-skip-link");
    }

    @Test
    @Order(11)
    void nothing_outside_and_nothing_of_govuk_s_own_was_asked_for() {
        assertThat(screens.asked())
                .isNotEmpty()
                .allMatch(each -> each.startsWith("https://localhost:"))
                .noneMatch(each -> each.matches(".*(woff|crest|crown|favicon|\\.png).*"));
        assertThat(marta.page().evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
                .asString()
                .startsWithIgnoringCase("arial");
        assertThat(marta.page().evaluate("document.fonts.size")).isEqualTo(0);
    }

    @Test
    @Order(12)
    void no_page_complained_and_axe_finds_nothing() {
        assertThat(screens.complaints()).allMatch(each -> each.matches("(?s).*status of (400|403|404|409|410|422).*"));
        assertThat(screens.faults()).isEmpty();
        assertThat(screens.names()).doesNotHaveDuplicates();
        assertThat(screens.faultsOf("<img src='x'><input>"))
                .as("it does look")
                .anyMatch(each -> each.contains("image-alt"))
                .anyMatch(each -> each.contains("label"));
    }
}
