package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.follow;
import static org.spocgateway.demonstration.Chromium.press;

import com.microsoft.playwright.Page;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.Actor;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/**
 * From the referral that an officer has just read to three requests sent, in a real Chromium: at most twelve presses.
 *
 * <p>The browser itself counts: every mouse button that goes down is one press, a tick as much as a button. Typing a call's note is not
 * a press.
 */
@EnabledIf(
        value = "org.spocgateway.demonstration.Chromium#isThere",
        disabledReason = "no /usr/bin/chromium on this computer, and nothing else can press")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwelvePressesTest {
    private static final int AT_MOST = 12;
    private static final List<String> PARTNERS = List.of("Larkhill NHS Trust", "Tidewell Homes", "Oakmere Academy");

    private final AtomicInteger presses = new AtomicInteger();
    private RunningGateway gateway;
    private MailWorld world;
    private Scene scene;
    private Chromium chromium;
    private Page page;
    private String desk;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DemonstrationPki pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        Map<String, String> ports = DemonstrationTest.ports();
        desk = "https://localhost:" + ports.get("server.port");
        gateway = RunningGateway.start(world, pki, folder.resolve("state"), ports);
        scene = new Scene(
                Story.load(),
                world,
                gateway,
                pki,
                new Narrator(new PrintStream(OutputStream.nullOutputStream()), false));
        chromium = Chromium.start(pki);
        page = chromium.profile(true, 1200).newPage();
        page.exposeFunction("pressed", arguments -> presses.incrementAndGet());
        page.addInitScript("document.addEventListener('mousedown', () => window.pressed(), true)");
        signIn((Added.Made) gateway.part(Accounts.class).add("jo.pendry", "Jo Pendry", Actor.Role.OFFICER));
        scene.arrives("referral", "");
    }

    private void signIn(Added.Made account) {
        page.navigate(desk + "/");
        page.getByLabel("Sign-in name").fill(account.account().signIn());
        page.getByLabel("One-time word").fill(account.word());
        press(page, "Sign in");
        page.waitForURL("**/passkey");
    }

    @AfterAll
    void stop() {
        chromium.close();
        gateway.close();
        world.close();
    }

    @Test
    @Order(1)
    void an_urgent_referral_once_read_becomes_three_requests_in_at_most_twelve_presses() {
        readsTheReferral();
        presses.set(0);
        notesTheCall();
        confirmsTheGoAhead();
        follow(page, "Ask partners");
        PARTNERS.forEach(each -> page.getByLabel(each).check());
        press(page, "Check your answers");
        assertThat(page.locator("main").innerText())
                .as("whom, what, which facts and how each goes are still checked before sending")
                .contains("What Larkhill NHS Trust will see", "What support is in place", "sealed in the portal");
        press(page, "Send 3 requests");
        page.waitForURL("**/requests/*");
        assertThat(presses.get()).isLessThanOrEqualTo(AT_MOST).isGreaterThan(PARTNERS.size());
        assertThat(asked()).hasSize(PARTNERS.size()).noneMatch(RequestView.Recipient::notSent);
    }

    /** The counter does count: with every step on the way a thirteenth press is reached, and the test above would be red. */
    @Test
    @Order(2)
    void the_same_way_through_all_six_steps_is_counted_as_more_than_twelve() {
        int untilAsking = 6;
        page.navigate(desk + "/cases/" + scene.theCase().id().value());
        presses.set(untilAsking);
        follow(page, "Ask partners");
        PARTNERS.forEach(each -> page.getByLabel(each).check());
        for (int step = 0; step < 4; step++) {
            press(page, "Continue");
        }
        follow(page, "Continue");
        press(page, "Send 3 requests");
        page.waitForURL("**/requests/*");
        assertThat(presses.get()).isGreaterThan(AT_MOST);
    }

    private void readsTheReferral() {
        page.navigate(desk + "/today");
        follow(page, scene.theCase().reference().value());
        press(page, "Read the message");
        assertThat(page.locator("main").innerText()).contains("Information gathering can commence");
    }

    /** Policy 4.3: the referral is urgent, so police have rung. */
    private void notesTheCall() {
        follow(page, "Note a telephone call");
        page.getByLabel("Who spoke for police").fill("PC Ros Adeyemi-Hale");
        page.getByLabel("Collar number or role").fill("4417");
        page.getByLabel("At what time").fill("0:01");
        page.getByLabel("I spoke with them on").check();
        press(page, "Save");
    }

    private void confirmsTheGoAhead() {
        follow(page, "Record the go-ahead");
        page.getByLabel("I have checked that it was received securely").check();
        press(page, "Yes, police say that we can start");
    }

    private List<RequestView.Recipient> asked() {
        return gateway.part(Requests.class).of(scene.theCase().id()).stream()
                .flatMap(each -> each.recipients().stream())
                .toList();
    }
}
