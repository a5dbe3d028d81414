package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.follow;
import static org.spocgateway.demonstration.Chromium.press;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.terms.Actor;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** The desk in a real Chromium: a passkey with scripts, and every page without them. Pictures stay in target/screens. */
@EnabledIf(
        value = "org.spocgateway.demonstration.Chromium#isThere",
        disabledReason = "no /usr/bin/chromium on this computer: the desk is walked without a browser by DeskWalkTest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskInChromiumTest {
    private RunningGateway gateway;
    private MailWorld world;
    private Scene scene;
    private Chromium chromium;
    private String desk;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DemonstrationPki pki = DemonstrationPki.shared();
        int port = freePort();
        desk = "https://localhost:" + port;
        world = new MailWorld(pki, 0, 0);
        gateway = RunningGateway.start(
                world,
                pki,
                folder.resolve("state"),
                Map.of("server.port", String.valueOf(port), "gateway.desk.origin", desk));
        scene = new Scene(
                Story.load(),
                world,
                gateway,
                pki,
                new Narrator(new PrintStream(OutputStream.nullOutputStream()), false));
        chromium = Chromium.start(pki);
    }

    @AfterAll
    void stop() {
        chromium.close();
        gateway.close();
        world.close();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Added.Made account(String signIn, String name) {
        return (Added.Made) gateway.part(Accounts.class).add(signIn, name, Actor.Role.OFFICER);
    }

    private void signIn(Page page, Added.Made account) {
        page.navigate(desk + "/");
        page.getByLabel("Sign-in name").fill(account.account().signIn());
        page.getByLabel("One-time word").fill(account.word());
        press(page, "Sign in");
        page.waitForURL("**/passkey");
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, "desk-" + name);
    }

    @Test
    @Order(1)
    void the_first_sign_in_makes_a_passkey_and_the_next_one_uses_it() {
        Added.Made account = account("ros.hale", "Ros Hale");
        try (BrowserContext context = chromium.profile(true, 1000)) {
            Page page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            virtualAuthenticator(context, page);
            signIn(page, account);
            assertThat(page.locator("body").getAttribute("class")).contains("govuk-frontend-supported");
            picture(page, "passkey");
            press(page, "Make a passkey");
            page.getByText("The passkey is made.").waitFor();
            assertThat(gateway.part(Accounts.class).hasPasskey(account.account().id()))
                    .isTrue();
            press(page, "Sign out");
            picture(page, "sign-in");
            press(page, "Sign in with your passkey");
            page.waitForURL("**/today");
            assertThat(page.content()).contains("Ros Hale");
            assertThat(complaints).isEmpty();
        }
    }

    private static void virtualAuthenticator(BrowserContext context, Page page) {
        CDPSession devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    @Test
    @Order(2)
    void nothing_that_is_govuk_s_own_is_asked_for_and_nothing_outside() {
        Added.Made account = account("bea.three", "Bea Three");
        try (BrowserContext context = chromium.profile(true, 1000)) {
            Page page = context.newPage();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            signIn(page, account);
            page.navigate(desk + "/today");
            page.waitForLoadState();
            assertThat(asked)
                    .isNotEmpty()
                    .allMatch(each -> each.startsWith(desk))
                    .noneMatch(each -> each.matches(".*(woff|crest|crown|favicon|\\.png).*"));
            assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
                    .asString()
                    .startsWithIgnoringCase("arial");
            assertThat(page.evaluate("document.fonts.size")).isEqualTo(0);
        }
    }

    @Test
    @Order(3)
    void without_scripts_an_officer_walks_every_page() {
        Added.Made account = account("jo.pendry", "Jo Pendry");
        try (BrowserContext context = chromium.profile(false, 1000)) {
            Page page = context.newPage();
            signIn(page, account);
            scene.arrives("worry", "");
            page.navigate(desk + "/today");
            picture(page, "today");
            walkBeforeTheGate(page);
            scene.arrives("referral", "");
            walkGate(page);
            walkAsk(page);
            walkRest(page);
        }
    }

    private String casePath() {
        return desk + "/cases/" + scene.theCase().id().value();
    }

    private void walkBeforeTheGate(Page page) {
        follow(page, scene.theCase().reference().value());
        picture(page, "case-closed");
        follow(page, "Go-ahead page");
        picture(page, "go-ahead-absent");
        page.navigate(casePath() + "/person");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Tamsin Ridgewell");
        press(page, "Save");
        press(page, "Show name");
        assertThat(page.locator("main").innerText()).contains("Tamsin Ridgewell");
        page.navigate(casePath() + "/safeguarding");
        press(page, "Tell them now");
        assertThat(page.locator(".govuk-error-summary").isVisible()).isTrue();
        picture(page, "safeguarding-problem");
        page.navigate(casePath() + "/go-ahead/spoken");
        picture(page, "spoken");
        page.navigate(desk + "/cases");
        picture(page, "cases");
    }

    private void walkGate(Page page) {
        page.navigate(desk + "/today");
        picture(page, "today-urgent");
        page.navigate(casePath() + "/call");
        page.getByLabel("Who spoke for police").fill("PC Ros Adeyemi-Hale");
        page.getByLabel("Collar number or role").fill("4417");
        page.getByLabel("At what time").fill("0:01");
        page.getByLabel("I spoke with them on").check();
        picture(page, "call");
        press(page, "Save");
        page.navigate(casePath() + "/go-ahead");
        picture(page, "go-ahead-proposed");
        page.getByLabel("I have checked that it was received securely").check();
        press(page, "Yes, police say that we can start");
        picture(page, "go-ahead-open");
    }

    private void walkAsk(Page page) {
        follow(page, "Ask partners");
        for (String partner : List.of("Larkhill NHS Trust", "Tidewell Homes", "Children's social care")) {
            page.getByLabel(partner).check();
        }
        picture(page, "ask-1-partners");
        press(page, "Continue");
        picture(page, "ask-2-questions");
        press(page, "Continue");
        picture(page, "ask-3-facts");
        press(page, "Continue");
        picture(page, "ask-4-reply-by");
        press(page, "Continue");
        page.getByLabel("A file")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "notes.txt", "text/plain", "a note".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        press(page, "Add this file");
        assertThat(page.locator("main").innerText()).contains("notes.txt");
        picture(page, "ask-5-files");
        follow(page, "Continue");
        picture(page, "ask-6-check");
        press(page, "Send 3 requests");
        assertThat(page.locator("main").innerText()).contains("Nothing leaves before");
        picture(page, "request-undo");
        press(page, "Undo");
        picture(page, "request-undone");
    }

    private void walkRest(Page page) {
        scene.arrives("unopenable", "");
        page.navigate(desk + "/waiting");
        picture(page, "waiting");
        page.locator("main .gateway-list a").first().click();
        picture(page, "waiting-one");
        page.navigate(desk + "/requests");
        picture(page, "requests");
        page.navigate(casePath() + "/stop");
        page.getByLabel("Who spoke for police").fill("DS Imran Whitlock");
        page.getByLabel("Collar number or role").fill("DS");
        page.getByLabel("At what time").fill("0:01");
        press(page, "Stop this case");
        picture(page, "stopped");
        page.navigate(casePath());
        picture(page, "case-stopped");
        page.navigate(desk + "/cases/nonsense");
        picture(page, "not-found");
        page.navigate(desk + "/accessibility");
        picture(page, "accessibility");
    }

    @Test
    @Order(4)
    void a_small_window_needs_no_sideways_scrolling_and_the_keyboard_reaches_the_content_first() {
        Added.Made account = account("cal.four", "Cal Four");
        try (BrowserContext context = chromium.profile(true, 320)) {
            Page page = context.newPage();
            signIn(page, account);
            for (String path : List.of("/today", "/cases", "/requests", "/waiting")) {
                page.navigate(desk + path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(320);
            }
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className"))
                    .asString()
                    .contains("govuk-skip-link");
            picture(page, "small");
        }
    }
}
