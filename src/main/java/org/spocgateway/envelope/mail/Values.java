package org.spocgateway.envelope.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spocgateway.envelope.mime.Quoted;

/** The parameters of a header value, continuations and charsets put together (RFC 2045 section 5.1, RFC 2231). */
final class Values {
    private static final Pattern PIECE = Pattern.compile("([^*]+)\\*(\\d{1,3})(\\*?)|([^*]+)\\*");
    private static final int PIECES_MOST = 200;

    private Values() {}

    /** By lower-case name; the first of a name counts, and one with a charset before one without. */
    static Map<String, String> of(String field) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Map<Integer, String>> pieces = new LinkedHashMap<>();
        for (String each : Quoted.pieces(field)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                String name = each.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                note(name, Quoted.text(each.substring(equals + 1).strip()), plain, pieces);
            }
        }
        pieces.forEach((name, some) -> plain.put(name, joined(some)));
        return plain;
    }

    private static void note(
            String name, String value, Map<String, String> plain, Map<String, Map<Integer, String>> pieces) {
        Matcher piece = PIECE.matcher(name);
        if (!piece.matches()) {
            plain.putIfAbsent(name, value);
            return;
        }
        boolean isWhole = piece.group(4) != null;
        String base = isWhole ? piece.group(4) : piece.group(1);
        int number = isWhole ? 0 : Integer.parseInt(piece.group(2));
        boolean isEncoded = isWhole || !piece.group(3).isEmpty();
        Map<Integer, String> some = pieces.computeIfAbsent(base, any -> new LinkedHashMap<>());
        if (some.size() < PIECES_MOST) {
            some.putIfAbsent(number, (isEncoded ? "*" : " ") + value);
        }
    }

    private static String joined(Map<Integer, String> some) {
        var bytes = new ByteArrayOutputStream();
        Optional<String> charset = Optional.empty();
        for (int i = 0; some.containsKey(i); i++) {
            String piece = some.get(i);
            String value = piece.substring(1);
            if (piece.charAt(0) == '*') {
                String[] marked = value.split("'", 3);
                boolean hasCharset = i == 0 && marked.length == 3;
                charset = hasCharset ? Optional.of(marked[0]) : charset;
                bytes.writeBytes(percent(hasCharset ? marked[2] : value));
            } else {
                bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Words.text(bytes.toByteArray(), charset);
    }

    private static byte[] percent(String value) {
        var bytes = new ByteArrayOutputStream();
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            int high = octets[i] == '%' && i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(octets[i + 2], 16) : -1;
            bytes.write(low >= 0 ? high << 4 | low : octets[i]);
            i += low >= 0 ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
