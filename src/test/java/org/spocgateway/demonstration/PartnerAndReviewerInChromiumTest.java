package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Answers;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** The partners' portal and the reviewer's pages in a real Chromium, with scripts and without, wide and as narrow as a telephone. */
@EnabledIf(
        value = "org.spocgateway.demonstration.Chromium#isThere",
        disabledReason =
                "no /usr/bin/chromium on this computer: portal and review are walked without a browser by other tests")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerAndReviewerInChromiumTest {
    private static final Pattern LINK = Pattern.compile("https://localhost:\\d+/r/[A-Za-z0-9_-]+");
    private static final int WIDE = 1000;
    private static final int TELEPHONE = 375;

    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private List<TransferId> packages = List.of();
    private RunningGateway gateway;
    private MailWorld world;
    private Scene scene;
    private Chromium chromium;
    private String portal;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DemonstrationPki pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        var settings = new HashMap<>(DemonstrationTest.ports());
        settings.put("gateway.casework.undo", "PT0S");
        portal = settings.get("gateway.dispatch.portal-address");
        gateway = RunningGateway.start(world, pki, folder.resolve("state"), settings);
        scene = new Scene(
                Story.load(),
                world,
                gateway,
                pki,
                new Narrator(new PrintStream(OutputStream.nullOutputStream()), false));
        scene.officer =
                account("jo.pendry", "Jo Pendry", Actor.Role.OFFICER).account().actor();
        chromium = Chromium.start(pki);
        var asking = new Asking(scene);
        var before = new BeforeTheGate(scene, asking);
        before.worry();
        before.tooEarly();
        before.referral();
        before.call();
        before.confirm();
        packages = asking.ask(
                        List.of("tidewell-homes", "harbourlight", "oakmere-academy"),
                        List.of(),
                        List.of("known", "support"),
                        List.of("name", "born"),
                        7)
                .transfers();
        packages.forEach(scene::settled);
    }

    @AfterAll
    void stop() {
        chromium.close();
        gateway.close();
        world.close();
    }

    private Added.Made account(String signIn, String name, Actor.Role role) {
        return (Added.Made) gateway.part(Accounts.class).add(signIn, name, role);
    }

    private Page page(BrowserContext profile) {
        Page page = profile.newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** The link in the notice for this package: notices leave in the order of the packages' rows, so each is tried. */
    private String link(TransferId id) {
        scene.await("the notices left", () -> links().size() == packages.size());
        int before = gateway.part(Packages.class).status(id).orElseThrow().linkChecks();
        for (String link : links()) {
            new PartnerBrowser(DemonstrationPki.shared().tls()).open(link);
            if (gateway.part(Packages.class).status(id).orElseThrow().linkChecks() > before) {
                return link;
            }
        }
        throw new AssertionError("no notice has a link to this package");
    }

    private List<String> links() {
        return world.sent("notice-relay").stream()
                .map(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).replace("=\r\n", ""))
                .flatMap(text -> LINK.matcher(text).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    private void seen(Page page, String name) {
        assertThat(page.title()).as(name).isNotBlank();
        assertThat(page.locator("h1").count())
                .as(name + " has one first heading")
                .isEqualTo(1);
        assertThat(page.locator("body").innerText()).doesNotContain("??");
        Chromium.picture(page, name);
    }

    private void fitsATelephone(Page page) {
        int wide = page.viewportSize().width;
        page.setViewportSize(TELEPHONE, 800);
        int content = page.locator("html").boundingBox() == null
                ? 0
                : (int) page.locator("body").evaluate("body => document.documentElement.scrollWidth");
        assertThat(content).as(page.url()).isLessThanOrEqualTo(TELEPHONE);
        page.setViewportSize(wide, 800);
    }

    @Test
    @Order(1)
    void a_partner_without_scripts_mistypes_the_code_and_answers_not_known() {
        try (BrowserContext profile = chromium.profile(false, WIDE)) {
            Page page = page(profile);
            page.navigate(link(packages.get(0)));
            seen(page, "portal-1-landing");
            press(page, "Continue");
            seen(page, "portal-2-code");
            page.getByLabel("Security code").fill("000000");
            press(page, "Continue");
            assertThat(page.locator(".govuk-error-summary").innerText()).isNotBlank();
            seen(page, "portal-2-code-wrong");
            giveCode(page, packages.get(0));
            press(page, "Continue");
            assertThat(page.locator(".govuk-error-summary").isVisible()).isTrue();
            seen(page, "portal-3-who-missing");
            sayWho(page);
            seen(page, "portal-4-request");
            press(page, "Continue");
            assertThat(page.locator(".govuk-error-summary").isVisible()).isTrue();
            seen(page, "portal-4-request-missing");
            answer(page, "not-known", "no");
            seen(page, "portal-5-check");
            page.locator("main form button").first().click();
            seen(page, "portal-6-receipt");
        }
        answered(packages.get(0), "NOT_KNOWN");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Order(2)
    void on_a_telephone_with_scripts_two_more_answer_and_nothing_scrolls_sideways(int number) {
        TransferId id = packages.get(number);
        try (BrowserContext profile = chromium.profile(true, TELEPHONE)) {
            Page page = page(profile);
            String link = link(id);
            page.navigate(link);
            narrow(page, "portal-small-1-landing");
            press(page, "Continue");
            narrow(page, "portal-small-2-code");
            giveCode(page, id);
            sayWho(page);
            narrow(page, "portal-small-4-request");
            answer(page, number == 1 ? "known" : "in-person", number == 1 ? "yes" : "no");
            narrow(page, "portal-small-5-check");
            page.locator("main form button").first().click();
            narrow(page, "portal-small-6-receipt");
            page.navigate(link);
            narrow(page, "portal-small-7-again");
        }
        answered(id, number == 1 ? "KNOWN" : "IN_PERSON");
    }

    private void narrow(Page page, String name) {
        seen(page, name);
        fitsATelephone(page);
    }

    private void giveCode(Page page, TransferId id) {
        page.getByLabel("Security code").fill(gateway.part(Packages.class).codeToReadOut(id, scene.officer));
        press(page, "Continue");
        assertThat(page.url()).endsWith("/who");
    }

    private static void sayWho(Page page) {
        page.getByLabel("Your name").fill("Ama Serwaa");
        page.locator("#role").fill("Safeguarding lead");
        page.locator("#attest").check();
        press(page, "Continue");
        assertThat(page.url()).endsWith("/request");
    }

    private static void answer(Page page, String answer, String plan) {
        page.locator("input[name=answer][value=" + answer + "]").check();
        page.locator("input[name=plan][value=" + plan + "]").check();
        page.locator("#text").fill("Please ring me on Tuesday.");
        press(page, "Continue");
        assertThat(page.url()).endsWith("/check");
    }

    private void answered(TransferId id, String answer) {
        scene.await(
                "the answer is on the case",
                () -> gateway.part(Answers.class).of(scene.theCase().id()).stream()
                        .anyMatch(given -> given.answer().map(Enum::name).equals(java.util.Optional.of(answer))));
    }

    @Test
    @Order(3)
    void what_is_over_or_was_never_there_says_so_without_telling_which() {
        try (BrowserContext profile = chromium.profile(false, WIDE)) {
            Page page = page(profile);
            page.navigate(portal + "/");
            seen(page, "portal-front");
            page.navigate(portal + "/r/nothing-of-the-kind");
            seen(page, "portal-nothing");
            page.navigate(portal + "/request");
            seen(page, "portal-ended");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(4)
    void a_reviewer_reads_transfers_one_transfer_and_the_log(boolean scripts) {
        String name = scripts ? "it.security" : "it.second";
        Added.Made account = account(name, "Sam " + name, Actor.Role.REVIEWER);
        String desk = "https://localhost:" + gateway.deskPort();
        try (BrowserContext profile = chromium.profile(scripts, WIDE)) {
            Page page = page(profile);
            page.navigate(desk + "/");
            page.getByLabel("Sign-in name").fill(name);
            page.getByLabel("One-time word").fill(account.word());
            press(page, "Sign in");
            String with = scripts ? "review-" : "review-plain-";
            page.navigate(desk + "/review");
            seen(page, with + "overview");
            page.navigate(desk + "/review/transfers");
            seen(page, with + "transfers");
            int all = page.locator("tbody tr").count();
            page.navigate(desk + "/review/transfers?decision=refused");
            assertThat(page.locator("tbody tr").count()).isBetween(1, all - 1);
            seen(page, with + "transfers-refused");
            page.navigate(desk + "/review/transfers");
            page.locator("tbody tr a").first().click();
            seen(page, with + "transfer");
            page.navigate(desk + "/review/log");
            seen(page, with + "log");
            page.navigate(desk + "/review/transfers");
            var file = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("CSV")))
                            .first()
                            .click());
            assertThat(file.suggestedFilename()).endsWith(".csv");
            page.navigate(desk + "/today");
            seen(page, with + "not-for-reviewers");
            assertThat(page.locator("body").innerText())
                    .doesNotContain(scene.theCase().reference().value());
        }
    }

    @Test
    @Order(5)
    void nothing_outside_was_asked_for_and_no_page_complained() {
        assertThat(asked).isNotEmpty().allMatch(address -> address.startsWith("https://localhost:"));
        assertThat(complaints).allMatch(each -> each.contains("status of 403") || each.contains("status of 404"));
    }
}
