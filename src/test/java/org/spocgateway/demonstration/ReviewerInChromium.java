package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.demonstration.Chromium.press;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.spocgateway.wiring.Added;

/** A reviewer in Chromium. */
final class ReviewerInChromium {
    private final Page page;
    private final String review;
    private final Screens screens;
    private final String name;

    ReviewerInChromium(Page page, String desk, Screens screens, String name) {
        this.page = page;
        this.review = desk + "/review";
        this.screens = screens;
        this.name = name;
    }

    private void seen(String what) {
        screens.seen(page, name + what);
    }

    void signIn(Added.Made account) {
        page.navigate(review);
        page.getByLabel("Sign-in name").fill(account.account().signIn());
        page.getByLabel("One-time word").fill(account.word());
        press(page, "Sign in");
        page.navigate(review);
        seen("overview");
    }

    void filtersTransfers() {
        page.navigate(review + "/transfers");
        seen("transfers");
        int all = page.locator("tbody tr").count();
        page.getByLabel("Decision").selectOption("refused");
        press(page, "Show");
        assertThat(page.locator("tbody tr").count()).isBetween(1, all - 1);
        seen("transfers-refused");
        page.getByLabel("Rule, such as R19").fill("R77");
        press(page, "Show");
        seen("transfers-none");
    }

    void readsOneTransfer() {
        page.navigate(review + "/transfers");
        page.locator("tbody tr a").first().click();
        seen("transfer");
        page.locator("summary").first().click();
        seen("transfer-entry");
        page.navigate(review + "/log");
        seen("log");
    }

    /** The file's lines. */
    long downloads(String never) throws IOException {
        page.navigate(review + "/transfers");
        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("CSV")))
                        .first()
                        .click());
        assertThat(file.suggestedFilename()).endsWith(".csv");
        String csv = Files.readString(file.path());
        assertThat(csv).doesNotContain(never);
        return csv.lines().count();
    }

    void isNotAllowedAtTheDesk(String desk, String never) {
        page.navigate(desk + "/today");
        assertThat(page.locator("body").innerText())
                .contains("You may not do that")
                .doesNotContain(never);
        seen("not-for-reviewers");
    }
}
