package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every screen that a walk comes to: what must hold for all of them is looked at, axe is run, and a picture is kept. */
final class Screens {
    private static final int WIDE = 1200;
    private static final int TELEPHONE = 375;
    private static final int HEIGHT = 800;
    private static final Pattern TITLE = Pattern.compile("(Error: ?)?\\p{Lu}.{2,} – Secure referrals");
    private static final String AXE = axe();
    private static final String FAULTS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .violations.map(each => each.impact + ' ' + each.id + ': ' + each.nodes.map(node => node.target.join(' ')).join(', '))""";

    private final Chromium chromium;
    private final Page mirror;
    private final Set<Page> plain = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Screens(Chromium chromium) {
        this.chromium = chromium;
        mirror = chromium.profile(true, WIDE).newPage();
    }

    /** A page of a browser profile of its own, whose requests and complaints are noted. */
    Page page(boolean scripts) {
        Page page = chromium.profile(scripts, WIDE).newPage();
        if (!scripts) {
            plain.add(page);
        }
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    void seen(Page page, String name) {
        assertThat(page.title()).as(name + " has a title that names it").matches(TITLE);
        assertThat(page.locator("h1").count()).as(name + " has one h1").isEqualTo(1);
        assertThat(page.locator("body").innerText())
                .as(name + " has all its words")
                .doesNotContain("??", "{0}");
        judgedByAxe(plain.contains(page) ? inTheMirror(page) : page).forEach(each -> faults.add(name + ": " + each));
        Chromium.picture(page, name);
        narrow(page, name);
        page.setViewportSize(WIDE, HEIGHT);
        names.add(name);
    }

    private static List<String> judgedByAxe(Page page) {
        page.evaluate(AXE);
        return ((List<?>) page.evaluate(FAULTS)).stream().map(String::valueOf).toList();
    }

    /** What axe says to a page of our own making. */
    List<String> faultsOf(String html) {
        mirror.setContent(html);
        return judgedByAxe(mirror);
    }

    /** The same bytes at the same address where scripts run: axe is a script too. */
    private Page inTheMirror(Page page) {
        String content = page.content();
        mirror.unrouteAll();
        mirror.route(
                page.url(),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(content)));
        mirror.navigate(page.url());
        return mirror;
    }

    /** As wide as a telephone nothing scrolls sideways. */
    private void narrow(Page page, String name) {
        fits(page, WIDE, name);
        page.setViewportSize(TELEPHONE, HEIGHT);
        fits(page, TELEPHONE, name);
        if (name.startsWith("portal")) {
            Chromium.picture(page, name + "-" + TELEPHONE);
        }
    }

    private static void fits(Page page, int width, String name) {
        assertThat((Integer) page.locator("html").evaluate("html => html.scrollWidth"))
                .as(name + " in " + width)
                .isLessThanOrEqualTo(width);
    }

    List<String> names() {
        return names;
    }

    /** Every address that was asked for. */
    List<String> asked() {
        return asked;
    }

    /** What the browser's console called an error. */
    List<String> complaints() {
        return complaints;
    }

    /** What axe found, worst word first in each. */
    List<String> faults() {
        return faults;
    }

    private static String axe() {
        try (InputStream script = Screens.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
