package org.spocgateway.envelope.mime;

import java.util.ArrayList;
import java.util.List;

/** Quoted strings of header fields (RFC 5322 section 3.2.4). */
public final class Quoted {
    private Quoted() {}

    /** Without its quotes and their backslashes; text that stands in no quotes as it is. */
    public static String text(String value) {
        int last = value.length() - 1;
        if (last < 1 || value.charAt(0) != '"' || value.charAt(last) != '"') {
            return value;
        }
        String inner = value.substring(1, last);
        return inner.indexOf('\\') < 0 ? inner : withoutBackslashes(inner);
    }

    /** A backslash that nothing follows stays. */
    private static String withoutBackslashes(String inner) {
        var plain = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            boolean isEscape = inner.charAt(i) == '\\' && i + 1 < inner.length();
            plain.append(inner.charAt(isEscape ? ++i : i));
        }
        return plain.toString();
    }

    /** A header value cut at each semicolon that stands in no quotes. */
    public static List<String> pieces(String field) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                pieces.add(field.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(field.substring(from));
        return pieces;
    }
}
