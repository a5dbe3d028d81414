package org.spocgateway.demonstration;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.terms.Actor;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** Somebody who signs in and opens every page that links lead to from the first one. */
final class Walk {
    private static final int PAGES_MOST = 400;
    private static final Pattern ASKS_TO_SEE =
            Pattern.compile(".*/(cases/[^/]+/name|cases/[^/]+/messages/[^/]+|waiting/[^/]+/read)");

    final Visited visited = new Visited();
    final DeskBrowser browser;
    final String account;
    private final String desk;

    Walk(Scene scene, Actor.Role role) {
        String name = "walker." + role.name().toLowerCase(Locale.ROOT);
        var made = (Added.Made) scene.part(Accounts.class).add(name, "The walking " + role, role);
        account = made.account().id();
        desk = "https://localhost:" + scene.gateway.deskPort();
        browser = new DeskBrowser(DemonstrationPki.shared().tls(), desk);
        browser.open("/").press("Sign in", Map.of("name", name, "word", made.word()));
    }

    /** Nothing is pressed but the buttons with which an officer asks to see a name or a message. */
    Walk from(String first) {
        var waiting = new ArrayDeque<>(List.of(first));
        Set<String> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            String path = waiting.poll();
            browser.open(path);
            visited.note(path, browser.source(), browser.page());
            for (Element link : browser.page().select("a[href]")) {
                if (link.absUrl("href").startsWith(desk) && seen.add(path(link.absUrl("href")))) {
                    waiting.add(path(link.absUrl("href")));
                }
            }
            List<String> buttons = browser.page().select("form[action]").eachAttr("abs:action");
            buttons.stream()
                    .filter(action -> ASKS_TO_SEE.matcher(action).matches())
                    .filter(seen::add)
                    .forEach(action -> see(path, path(action)));
            if (seen.size() > PAGES_MOST) {
                throw new AssertionError("more than " + PAGES_MOST + " pages: the walk does not end");
            }
        }
        return this;
    }

    /** Notes what a button led to. */
    void note(DeskBrowser shown) {
        visited.note(shown.page().location(), shown.source(), shown.page());
    }

    private void see(String from, String action) {
        browser.open(from).force(action);
        visited.note(action, browser.source(), browser.page());
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
