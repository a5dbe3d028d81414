package org.spocgateway.demonstration;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.spocgateway.DemonstrationPki;

/** Debian's Chromium, trusting the certificate of these tests and nothing else of ours. Pictures go to target/screens. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path SCREENS = Path.of("target/screens");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(String trusted) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--lang=en-GB",
                                "--ignore-certificate-errors-spki-list=" + trusted)));
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    static Chromium start(DemonstrationPki pki) throws GeneralSecurityException {
        byte[] key = pki.identity(DemonstrationPki.SERVER)
                .certificate()
                .getPublicKey()
                .getEncoded();
        return new Chromium(Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(key)));
    }

    /** A browser profile of its own. */
    BrowserContext profile(boolean scripts, int width) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, 800)
                .setLocale("en-GB")
                .setAcceptDownloads(true));
        profile.setDefaultTimeout(15_000);
        return profile;
    }

    static void press(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    static void follow(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
