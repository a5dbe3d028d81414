package org.spocgateway.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spocgateway.terms.TransferKind;

/** The words of every outgoing mail, one template for each kind; what is filled in is never read as a template again. */
final class Letters {
    /** Everything a template may ask for. */
    static final Set<String> PLACES = Set.of(
            "marking",
            "council",
            "telephone",
            "reference",
            "case-reference",
            "reply-by",
            "facts",
            "questions",
            "free-text",
            "link");

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
    private final Map<TransferKind, String> templates;

    private Letters(Map<TransferKind, String> templates) {
        this.templates = templates;
    }

    /**
     * Reads {@code <kind>.txt} for every kind; lines that begin with {@code #} are comments.
     *
     * @throws IllegalStateException if one is missing or asks for something that is not there; the sentence names file and line
     */
    static Letters read(Path folder) {
        var templates = new EnumMap<TransferKind, String>(TransferKind.class);
        for (TransferKind kind : TransferKind.values()) {
            templates.put(kind, template(folder.resolve(kind.word() + ".txt")));
        }
        return new Letters(templates);
    }

    private static String template(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException(file + ":1: the letter template is missing.");
        }
        try {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                check(file, i + 1, lines.get(i));
            }
            return lines.stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path file, int number, String line) {
        Matcher place = PLACE.matcher(line);
        while (place.find()) {
            if (!PLACES.contains(place.group(1))) {
                throw new IllegalStateException(
                        file + ":" + number + ": nothing is called {{" + place.group(1) + "}} in a letter.");
            }
        }
    }

    /** The text of one letter; a paragraph that has nothing to say leaves no gap. */
    String text(TransferKind kind, Map<String, String> values) {
        String filled = PLACE.matcher(templates.getOrDefault(kind, ""))
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "").strip()));
        return filled.replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }
}
