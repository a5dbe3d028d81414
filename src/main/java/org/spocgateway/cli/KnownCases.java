package org.spocgateway.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.Classifier;
import org.spocgateway.terms.CaseReference;

/**
 * The cases that a trial takes as known, and which of them a mail belongs to: exactly one that the writer names, or none.
 *
 * @param byReference the case to each reference that names it, the case's own and those of police
 */
record KnownCases(Map<String, String> byReference) {
    static final String NONE = "none";

    /** Where nobody says which cases are known: the one reference of our own or of the case register that a mail names. */
    static final KnownCases ANY = new KnownCases(Map.of());

    /** Reads a table with the columns {@code case}, {@code police_ref} (several with a space or semicolon between) and {@code initials}. */
    static KnownCases read(Path file, Classifier classifier) {
        TextTable table = TextTable.read(file);
        String name = table.needed("case", "case_reference", "case_ref", "reference");
        Optional<String> police = table.column("police_ref", "police_reference", "police", "police_refs");
        Classifier knowing = classifier.knowing(written(table, name, police));
        var known = new LinkedHashMap<String, String>();
        for (Map<String, String> row : table.rows()) {
            String own = row.getOrDefault(name, "");
            String theirs = police.map(row::get).orElse("");
            if (!own.isEmpty()) {
                Stream.concat(Stream.of(own), knowing.references(own + "\n\n" + theirs).stream())
                        .forEach(reference -> known.put(reference, own));
            }
        }
        return new KnownCases(known);
    }

    /** Every reference in the table, for the shapes that classification.yaml does not know. */
    static Collection<String> written(Path file) {
        TextTable table = TextTable.read(file);
        return written(
                table,
                table.needed("case", "case_reference", "case_ref", "reference"),
                table.column("police_ref", "police_reference", "police", "police_refs"));
    }

    private static List<String> written(TextTable table, String name, Optional<String> police) {
        return table.rows().stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.get(name)),
                        Stream.of(police.map(row::get).orElse("").split("[;,\\s]+"))))
                .toList();
    }

    /** The one known case that is named in own words or subject, or {@code none}: nothing is attached by guess. */
    String attach(Classified mail) {
        if (byReference.isEmpty()) {
            List<String> ours =
                    named(mail).stream().filter(each -> !each.startsWith("PCM")).toList();
            return ours.size() == 1 ? ours.get(0) : NONE;
        }
        Set<String> named = named(mail).stream()
                .map(reference -> byReference.getOrDefault(reference, NONE))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean stray = named.contains(NONE)
                && named(mail).stream().filter(this::isStray).count() > 0;
        named.remove(NONE);
        return named.size() == 1 && !stray ? named.iterator().next() : NONE;
    }

    private static List<String> named(Classified mail) {
        return Stream.concat(mail.cases().stream().map(CaseReference::value), mail.policeReferences().stream())
                .toList();
    }

    /** A reference of the shape of our known cases that is none of them: the mail names two cases. */
    private boolean isStray(String reference) {
        return !byReference.containsKey(reference)
                && byReference.values().stream().anyMatch(known -> shape(known).equals(shape(reference)));
    }

    private static String shape(String reference) {
        return reference.replaceAll("[0-9]+", "9");
    }
}
