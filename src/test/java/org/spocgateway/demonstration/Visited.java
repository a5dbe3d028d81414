package org.spocgateway.demonstration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Document;

/** What a browser was shown, to the letter, and every address that it asked for or was offered. */
final class Visited {
    private final Map<String, String> pages = new TreeMap<>();
    private final Set<String> addresses = new TreeSet<>();

    /** Keeps a page under the address that was asked for; a page with other words does not take the place of an earlier one. */
    synchronized void note(String asked, String source, Document page) {
        pages.put(asked + " #" + pages.size(), source);
        addresses.addAll(List.of(asked, page.location()));
        for (String attribute : List.of("href", "src", "action", "formaction")) {
            addresses.addAll(page.select("[" + attribute + "]").eachAttr(attribute));
        }
    }

    synchronized Map<String, String> pages() {
        return Map.copyOf(pages);
    }

    synchronized Collection<String> addresses() {
        return Set.copyOf(addresses);
    }
}
