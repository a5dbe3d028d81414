package org.spocgateway.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells what {@link Json} read in the one way RFC 8785 allows. */
final class Canonical {
    private Canonical() {}

    static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new TreeMap<>(members)
                    .entrySet().stream()
                            .map(member -> string((String) member.getKey()) + ":" + text(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String string ? string(string) : String.valueOf(value);
    }

    private static String string(String string) {
        return string.chars().mapToObj(c -> character((char) c)).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(char c) {
        if (c == '"' || c == '\\') {
            return "\\" + c;
        }
        if (c >= ' ') {
            return String.valueOf(c);
        }
        int named = "\b\t\n\f\r".indexOf(c);
        return named < 0 ? "\\u%04x".formatted((int) c) : "\\" + "btnfr".charAt(named);
    }
}
