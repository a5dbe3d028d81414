package org.spocgateway.casework;

import java.util.Map;

/**
 * The person whom a case is about.
 *
 * @param facts by field name ({@code name}, {@code date-of-birth}, {@code address}, …), in the order shown
 */
public record PersonReferred(Map<String, String> facts) {
    /** The name of the field that holds the name. */
    public static final String NAME = "name";

    public PersonReferred {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    }

    /** Initials of the name, such as {@code T.R.}; empty when no name is known. */
    public String initials() {
        var letters = new StringBuilder();
        for (String word : facts.getOrDefault(NAME, "").strip().split("[\\s.-]+", -1)) {
            if (!word.isEmpty() && Character.isLetter(word.codePointAt(0))) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)))
                        .append('.');
            }
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return "PersonReferred[redacted]";
    }
}
