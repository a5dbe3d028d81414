package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A MIME entity as bytes, cut exactly: a signature covers bytes, so nothing here decodes, unfolds or writes anew what it returns.
 *
 * <p>Reads the little that S/MIME needs (RFC 8551 section 3, RFC 2046 section 5.1.1). For what people see there is {@link ReadMail}.
 */
final class Entity {
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \\t]*:.*|[ \\t].*", Pattern.DOTALL);
    private static final byte[] PLAIN = "Content-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int body;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Entity(byte[] bytes) {
        this.bytes = bytes;
        int at = 0;
        String last = "";
        while (at < bytes.length) {
            int next = lineAfter(bytes, at);
            String line = new String(bytes, at, next - at, StandardCharsets.ISO_8859_1);
            at = next;
            if (line.isBlank()) {
                break;
            }
            last = note(line, last);
        }
        body = at;
    }

    static Entity of(byte[] bytes) {
        return new Entity(bytes);
    }

    /** The content of a sealed or signed layer; text without any header is given the header it should have had. */
    static Entity inner(byte[] bytes) {
        int end = Math.min(bytes.length, 8192);
        String[] head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1)
                .split("\\r?\\n[ \\t]*\\r?\\n", 2)[0].split("\\r?\\n");
        boolean isEntity = bytes.length > 0
                && !head[0].isBlank()
                && Arrays.stream(head).allMatch(line -> FIELD.matcher(line).matches());
        if (isEntity || new String(bytes, 0, Math.min(2, bytes.length), StandardCharsets.ISO_8859_1).startsWith("\n")) {
            return new Entity(bytes);
        }
        byte[] whole = Arrays.copyOf(PLAIN, PLAIN.length + bytes.length);
        System.arraycopy(bytes, 0, whole, PLAIN.length, bytes.length);
        return new Entity(whole);
    }

    private String note(String line, String last) {
        boolean isContinued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        int colon = line.indexOf(':');
        if (isContinued && !last.isEmpty()) {
            fields.computeIfPresent(last, (name, value) -> value + " " + line.strip());
            return last;
        }
        if (isContinued || colon <= 0) {
            return "";
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        boolean isFirst = fields.putIfAbsent(name, line.substring(colon + 1).strip()) == null;
        return isFirst ? name : "";
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] body() {
        return Arrays.copyOfRange(bytes, body, bytes.length);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Lower case, without parameters; {@code text/plain} when there is none. */
    String type() {
        String type = field("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text/plain" : type;
    }

    /** A parameter of the Content-Type; the first of a name counts. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters(field("content-type")).get(name));
    }

    private static Map<String, String> parameters(String field) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String piece : pieces(field)) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String value = piece.substring(equals + 1).strip();
                boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                String plain = isQuoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
                all.putIfAbsent(piece.substring(0, equals).strip().toLowerCase(Locale.ROOT), plain);
            }
        }
        return all;
    }

    private static List<String> pieces(String field) {
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

    /** The parts of a multipart, each from after its delimiter line to before the line end that belongs to the next one. */
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        String boundary = parameter("boundary").map(String::stripTrailing).orElse("");
        if (boundary.isEmpty()) {
            return parts;
        }
        int start = -1;
        for (int at = body; at < bytes.length; ) {
            int next = lineAfter(bytes, at);
            Optional<Boolean> delimiter = delimiter(at, next, boundary);
            if (delimiter.isPresent()) {
                if (start >= 0) {
                    parts.add(Arrays.copyOfRange(bytes, start, Math.max(start, withoutLineEnd(at))));
                }
                start = delimiter.get() ? -1 : next;
                if (delimiter.get()) {
                    return parts;
                }
            }
            at = next;
        }
        if (start >= 0) {
            parts.add(Arrays.copyOfRange(bytes, start, bytes.length));
        }
        return parts;
    }

    /** Whether the line is a delimiter, and then whether it is the closing one. */
    private Optional<Boolean> delimiter(int from, int to, String boundary) {
        if (to - from > boundary.length() + 80 || bytes[from] != '-') {
            return Optional.empty();
        }
        String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).stripTrailing();
        boolean isClosing = line.equals("--" + boundary + "--");
        return isClosing || line.equals("--" + boundary) ? Optional.of(isClosing) : Optional.empty();
    }

    private int withoutLineEnd(int at) {
        int end = at > 0 && bytes[at - 1] == '\n' ? at - 1 : at;
        return end < at && end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private static int lineAfter(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(bytes.length, at + 1);
    }
}
