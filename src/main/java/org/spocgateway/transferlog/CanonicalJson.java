package org.spocgateway.transferlog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the one form of RFC 8785, for the part of JSON that leaves need: objects, lists, strings, whole numbers, booleans, null.
 *
 * <p>Everything that RFC 8785 or its readers could take in two ways is refused with {@link IllegalArgumentException}: floats, numbers
 * outside ±(2^53−1), lone surrogates. The message never holds the value.
 */
final class CanonicalJson {
    private static final long LARGEST = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    /** The canonical text of an object. */
    static String of(Map<String, ?> members) {
        var json = new CanonicalJson();
        json.object(members);
        return json.out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Boolean flag) {
            out.append(flag.booleanValue());
        } else if (value instanceof Long || value instanceof Integer) {
            number(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> items) {
            list(items);
        } else {
            throw new IllegalArgumentException(
                    "a leaf has no place for a " + value.getClass().getSimpleName());
        }
    }

    private void object(Map<?, ?> members) {
        var sorted = new TreeMap<String, @Nullable Object>(); // String order is UTF-16 order: RFC 8785 section 3.2.3
        members.forEach((name, value) -> sorted.put((String) name, value));
        String separator = "{";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> items) {
        String separator = "[";
        for (Object item : items) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private void number(long number) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("a number in a leaf must be within ±(2^53−1)");
        }
        out.append(number);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("a string in a leaf must not hold a lone surrogate");
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        int named = "\b\t\n\f\r\"\\".indexOf(c);
        if (named >= 0) {
            out.append('\\').append("btnfr\"\\".charAt(named));
        } else if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
