package org.spocgateway.envelope.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of a header value such as Content-Type (RFC 2045 section 5.1). */
final class Parameters {
    private Parameters() {}

    /** By lower-case name; the first of a name counts. */
    static Map<String, String> of(String field) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String piece : Quoted.pieces(field)) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String value = piece.substring(equals + 1).strip();
                all.putIfAbsent(piece.substring(0, equals).strip().toLowerCase(Locale.ROOT), Quoted.text(value));
            }
        }
        return all;
    }
}
