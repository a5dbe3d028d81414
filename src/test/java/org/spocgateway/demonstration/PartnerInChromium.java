package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.press;

import com.microsoft.playwright.Page;

/** A partner in the portal in Chromium: one method for each stretch of the way. */
final class PartnerInChromium {
    private final Page page;
    private final Screens screens;
    private final String name;
    private boolean inAHurry;

    /**
     * @param name what the pictures' names begin with after {@code portal-}
     */
    PartnerInChromium(Page page, Screens screens, String name) {
        this.page = page;
        this.screens = screens;
        this.name = name;
    }

    private void seenOnce(String what) {
        if (!inAHurry) {
            seen(what);
        }
    }

    private void seen(String what) {
        screens.seen(page, "portal-" + name + what);
    }

    /** No pictures of what another partner has seen already. */
    PartnerInChromium inAHurry() {
        inAHurry = true;
        return this;
    }

    private void pressAndFail(String button, String what) {
        press(page, button);
        assertThat(page.locator(".govuk-error-summary").isVisible()).isTrue();
        seen(what);
    }

    PartnerInChromium open(String link) {
        page.navigate(link);
        seenOnce("1-landing");
        press(page, "Continue");
        seenOnce("2-code");
        return this;
    }

    /** Any picture of a page that is closed. */
    void finds(String link, String words, String what) {
        page.navigate(link);
        assertThat(page.locator("main").innerText()).contains(words);
        seen(what);
    }

    PartnerInChromium mistypes(String words, String what) {
        page.getByLabel("Security code").fill("000000");
        pressAndFail("Continue", what);
        assertThat(page.locator(".govuk-error-summary").innerText()).contains(words);
        return this;
    }

    PartnerInChromium enters(String code) {
        page.getByLabel("Security code").fill(code);
        press(page, "Continue");
        assertThat(page.url()).endsWith("/who");
        return this;
    }

    PartnerInChromium forgetsToSayWho() {
        pressAndFail("Continue", "3-who-missing");
        return this;
    }

    PartnerInChromium saysWho() {
        page.getByLabel("Your name").fill("Ama Serwaa");
        page.locator("#role").fill("Safeguarding lead");
        page.locator("#attest").check();
        press(page, "Continue");
        assertThat(page.url()).endsWith("/request");
        seenOnce("4-request");
        return this;
    }

    PartnerInChromium forgetsToAnswer() {
        pressAndFail("Continue", "4-request-missing");
        return this;
    }

    void answers(String answer, String plan) {
        page.locator("input[name=answer][value=" + answer + "]").check();
        page.locator("input[name=plan][value=" + plan + "]").check();
        page.locator("#text").fill("Please ring me on Tuesday.");
        press(page, "Continue");
        assertThat(page.url()).endsWith("/check");
        seen("5-check");
        press(page, "Send securely");
        seen("6-receipt");
    }
}
