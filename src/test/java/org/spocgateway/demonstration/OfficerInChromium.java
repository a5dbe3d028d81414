package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.follow;
import static org.spocgateway.demonstration.Chromium.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.wiring.Added;

/** An officer at the desk in Chromium: one method for each stretch of the way. */
final class OfficerInChromium {
    private final Page page;
    private final String desk;
    private final Scene scene;
    private final Screens screens;
    private Actor actor = Actor.system();

    OfficerInChromium(Page page, String desk, Scene scene, Screens screens) {
        this.page = page;
        this.desk = desk;
        this.scene = scene;
        this.screens = screens;
    }

    Actor actor() {
        return actor;
    }

    Page page() {
        return page;
    }

    OfficerInChromium open(String path) {
        page.navigate(desk + path);
        return this;
    }

    private void seen(String name) {
        screens.seen(page, "desk-" + name);
    }

    private boolean hasFaults() {
        return page.locator(".govuk-error-summary").isVisible();
    }

    private String casePath() {
        return "/cases/" + scene.theCase().id().value();
    }

    OfficerInChromium signIn(Added.Made account) {
        actor = account.account().actor();
        open("/");
        page.getByLabel("Sign-in name").fill(account.account().signIn());
        page.getByLabel("One-time word").fill(account.word());
        press(page, "Sign in");
        page.waitForURL("**/passkey");
        return this;
    }

    void mistypesTheWord(Added.Made account) {
        open("/sign-in");
        seen("sign-in");
        page.getByLabel("Sign-in name").fill(account.account().signIn());
        page.getByLabel("One-time word").fill("wrong-word-10");
        press(page, "Sign in");
        assertThat(hasFaults()).isTrue();
        seen("sign-in-wrong");
    }

    void looksAtAWorry() {
        open("/today");
        seen("today-empty");
        scene.arrives("worry", "");
        open("/today");
        seen("today");
        follow(page, scene.theCase().reference().value());
        seen("case-closed");
        follow(page, "Go-ahead page");
        seen("go-ahead-absent");
        open(casePath() + "/person");
        seen("person");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Tamsin Ridgewell");
        page.getByLabel("Date of birth").fill("2001-03-09");
        press(page, "Save");
        press(page, "Show name");
        assertThat(page.locator("main").innerText()).contains("Tamsin Ridgewell");
        seen("case-name-shown");
    }

    void tellsSafeguarding() {
        open(casePath() + "/safeguarding");
        press(page, "Tell them now");
        assertThat(hasFaults()).isTrue();
        seen("safeguarding-problem");
        page.getByLabel("Children's services front door").check();
        page.getByLabel("What they must know").fill("A worry has reached us; we ask nothing.");
        press(page, "Tell them now");
        seen("case-safeguarding-told");
        open(casePath() + "/go-ahead/spoken");
        seen("spoken");
        open("/cases");
        page.getByLabel("Find a case").fill("NOBODY-1234");
        press(page, "Find");
        seen("cases-not-found");
    }

    void notesTheCallAndConfirms() {
        open("/today");
        seen("today-urgent");
        open(casePath());
        seen("case-urgent");
        open(casePath() + "/call");
        press(page, "Save");
        assertThat(hasFaults()).isTrue();
        seen("call-problem");
        callIsTyped("PC Ros Adeyemi-Hale", "4417");
        page.getByLabel("I spoke with them on").check();
        press(page, "Save");
        open(casePath() + "/go-ahead");
        seen("go-ahead-proposed");
        press(page, "Yes, police say that we can start");
        assertThat(hasFaults()).isTrue();
        page.getByLabel("I have checked that it was received securely").check();
        press(page, "Yes, police say that we can start");
        seen("go-ahead-open");
    }

    private void callIsTyped(String who, String collar) {
        page.getByLabel("Who spoke for police").fill(who);
        page.getByLabel("Collar number or role").fill(collar);
        page.getByLabel("At what time").fill("0:01");
    }

    /** All six steps with their pictures, sent and undone. */
    void asksAndUndoes() {
        open(casePath() + "/go-ahead");
        follow(page, "Ask partners");
        press(page, "Continue");
        assertThat(hasFaults()).isTrue();
        seen("ask-1-problem");
        List.of("Larkhill NHS Trust", "Tidewell Homes", "Children's social care")
                .forEach(each -> page.getByLabel(each).check());
        press(page, "Continue");
        seen("ask-2-questions");
        press(page, "Continue");
        seen("ask-3-facts");
        press(page, "Continue");
        page.getByLabel("Last day").fill("31/2/2027");
        press(page, "Continue");
        seen("ask-4-problem");
        page.getByLabel("Last day")
                .fill(java.time.LocalDate.now()
                        .plusDays(7)
                        .format(java.time.format.DateTimeFormatter.ofPattern("d/M/uuuu")));
        press(page, "Continue");
        addsAFile();
        follow(page, "Continue");
        page.locator("summary").first().click();
        seen("ask-6-check");
        press(page, "Send 3 requests");
        assertThat(page.locator("main").innerText()).contains("Nothing leaves before");
        seen("request-undo");
        press(page, "Undo");
        seen("request-undone");
    }

    private void addsAFile() {
        page.getByLabel("Choose a file")
                .setInputFiles(new FilePayload("notes.txt", "text/plain", "a note".getBytes(StandardCharsets.UTF_8)));
        press(page, "Add this file");
        assertThat(page.locator("main").innerText()).contains("notes.txt");
        seen("ask-5-files");
    }

    /** The steps without pictures; the request's page is open afterwards. */
    void asks(List<String> partners) {
        open(casePath() + "/ask/partners");
        partners.forEach(each -> page.getByLabel(each).check());
        for (int step = 0; step < 4; step++) {
            press(page, "Continue");
        }
        follow(page, "Continue");
        press(page, "Send " + partners.size() + " requests");
        assertThat(page.url()).contains("/requests/");
    }

    /** The code of the first package of the request's page. */
    String readsOutACode(String request) {
        page.navigate(request);
        page.getByLabel("I checked").first().check();
        press(page, "Show a code to read out");
        seen("request-code");
        return page.locator(".gateway-code").innerText();
    }

    void withdrawsTheFirst(String request) {
        page.navigate(request);
        press(page, "Withdraw this request");
        seen("request-withdrawn");
    }

    void looksAtTheAnswers(String request) {
        page.navigate(request);
        seen("request-answered");
        open(casePath());
        seen("case-answered");
        open("/requests");
        seen("requests");
        open("/cases");
        seen("cases");
    }

    /** Why one partner was asked, who has not answered, more time, and a call with somebody who is late. */
    void looksWhyAndChases(String request) {
        page.navigate(request);
        page.locator("a[href$='/why']").first().click();
        assertThat(page.locator("main").innerText())
                .contains("ISA-NMP-LBB-2026", "R1")
                .doesNotContain("Ridgewell");
        seen("why");
        page.navigate(request);
        page.getByLabel("New last day").fill("1/1/2020");
        press(page, "Give them until then");
        assertThat(hasFaults()).isTrue();
        seen("request-extend-problem");
        open("/requests?show=all");
        seen("requests-all");
    }

    /** A meeting is planned, the case put on it, and members are invited. */
    void plansThePanel() {
        open("/panel");
        press(page, "Plan it");
        assertThat(hasFaults()).isTrue();
        seen("panel-problem");
        page.getByLabel("Day")
                .fill(java.time.LocalDate.now()
                        .plusDays(14)
                        .format(java.time.format.DateTimeFormatter.ofPattern("d/M/uuuu")));
        page.getByLabel("Time").fill("14:00");
        page.getByLabel("Where").fill("Room 2, Civic Centre");
        press(page, "Plan it");
        page.getByLabel("Put a case on this meeting")
                .selectOption(scene.theCase().reference().value());
        press(page, "Put it on");
        assertThat(page.locator("main").innerText()).contains("not invited yet");
        seen("panel-meeting");
        follow(page, "Invite members to " + scene.theCase().reference().value());
        seen("panel-invite");
        page.locator("#send").click();
        assertThat(page.locator("main").innerText()).contains("invitations are approved");
        seen("panel-invited");
    }

    /** Police say how many messages they sent. */
    void comparesTheCount() {
        open("/today");
        page.getByLabel("How many messages do police say they sent today").fill("999");
        press(page, "Compare");
        assertThat(page.locator("main").innerText()).contains("Fewer messages arrived than police say they sent");
        seen("today-count");
    }

    void sortsWhatWaits() {
        scene.arrives("lookalike", "");
        scene.arrives("unopenable", "");
        open("/waiting");
        seen("waiting");
        page.locator("main .gateway-list a").first().click();
        seen("waiting-one");
        page.locator("#read").click();
        seen("waiting-one-read");
    }

    void stopsTheCase() {
        open(casePath() + "/stop");
        seen("stop");
        callIsTyped("DS Imran Whitlock", "DS");
        press(page, "Stop this case");
        seen("stopped");
        open(casePath());
        seen("case-stopped");
        open(casePath() + "/ask/partners");
        seen("not-possible-now");
        open("/cases/nonsense");
        seen("not-found");
        open("/accessibility");
        seen("accessibility");
        open("/review/transfers");
        seen("not-for-officers");
    }
}
