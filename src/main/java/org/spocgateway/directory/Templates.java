package org.spocgateway.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of letters and ready answers, in config/templates/: plain text with places such as <code>{{reference}}</code>. A file that is
 * missing, one that nobody uses and a place that nothing fills are findings.
 */
public final class Templates {
    private static final Set<String> LETTER = Set.of(
            "marking",
            "council",
            "telephone",
            "reference",
            "case-reference",
            "reply-by",
            "facts",
            "questions",
            "free-text");
    private static final Map<String, Set<String>> PLACES = Map.ofEntries(
            Map.entry("information-request", LETTER),
            Map.entry("panel-notice", LETTER),
            Map.entry("forward-to-police", LETTER),
            Map.entry("safeguarding-referral", LETTER),
            Map.entry("notice", Set.of("council", "reference", "link")),
            Map.entry("reminder", Set.of("council", "reference", "telephone")),
            Map.entry("recall", Set.of("council", "reference")),
            Map.entry("heartbeat", Set.of("council")),
            Map.entry("team-notice", Set.of("council", "urgent", "needs-you", "link")),
            Map.entry("ready-answer", Set.of("council")),
            Map.entry("wrong-address", Set.of("council", "spoc-mailbox")),
            Map.entry("insecure-reply", Set.of("council", "reference")));
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^}]*)}}");

    private final Map<String, String> texts = new LinkedHashMap<>();

    private Templates() {}

    /**
     * Reads every template.
     *
     * @throws ConfigurationFaults with everything that is wrong
     */
    public static Templates read(Path config) {
        var findings = new Findings();
        var templates = new Templates();
        for (String name : new TreeSet<>(PLACES.keySet())) {
            templates.readOne(config, name, findings);
        }
        strangers(config.resolve("templates"), findings);
        findings.throwIfAny();
        return templates;
    }

    /**
     * The text with its places filled; what is filled in is never read as a template again.
     *
     * @throws IllegalArgumentException if there is no such template
     */
    public String text(String name, Map<String, String> values) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no template is called " + name);
        }
        return PLACE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                values.getOrDefault(found.group(1), "").strip()))
                        .replaceAll("\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    private void readOne(Path config, String name, Findings findings) {
        String file = "templates/" + name + ".txt";
        try {
            List<String> lines = Files.readAllLines(config.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                checkPlaces(new Origin(file, i + 1), name, lines.get(i), findings);
            }
            texts.put(name, lines.stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            findings.add(new Origin(file, 1), "This template is missing or is not UTF-8 text.", "Put it back.");
        }
    }

    private static void checkPlaces(Origin at, String name, String line, Findings findings) {
        Set<String> known = PLACES.getOrDefault(name, Set.of());
        PLACE.matcher(line)
                .results()
                .map(found -> found.group(1))
                .filter(place -> !known.contains(place))
                .forEach(place -> findings.add(
                        at,
                        "Nothing fills the place {{" + place + "}}.",
                        "Use one of " + String.join(", ", new TreeSet<>(known)) + "."));
    }

    private static void strangers(Path folder, Findings findings) {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !PLACES.containsKey(file.replaceFirst("\\.txt$", "")) || !file.endsWith(".txt"))
                    .sorted()
                    .forEach(file -> findings.add(
                            new Origin("templates/" + file, 1),
                            "Nobody uses this template.",
                            "Take it out, or correct its name."));
        } catch (IOException e) {
            findings.add(new Origin("templates", 1), "The folder of templates is missing.", "Put it back.");
        }
    }
}
