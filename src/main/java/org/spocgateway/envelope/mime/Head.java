package org.spocgateway.envelope.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of an entity: its bytes, and its fields as far as S/MIME needs them (RFC 8551 section 3, RFC 2045).
 *
 * <p>Values are unfolded and otherwise as they stand. The first field of a name counts.
 */
public final class Head {
    /** Headers beyond this size are no mail. */
    public static final int BYTES_MOST = 1 << 20;

    private final byte[] bytes;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private final String type;
    private final Map<String, String> parameters;

    private Head(byte[] bytes) {
        this.bytes = bytes;
        var field = new StringBuilder();
        for (int at = 0; at < bytes.length; ) {
            int next = Lines.after(bytes, at, bytes.length);
            String line = new String(bytes, at, next - at, StandardCharsets.ISO_8859_1);
            at = next;
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                note(field);
                field.append(line.indexOf(':') > 0 ? line.stripTrailing() : "");
            } else if (field.length() > 0) {
                field.append(' ').append(line.strip());
            }
        }
        note(field);
        type = readType();
        parameters = Parameters.of(field("content-type"));
    }

    /** A header in memory. */
    public static Head of(byte[] bytes) {
        return new Head(bytes);
    }

    /**
     * The lines to the first empty one, which belongs to them.
     *
     * @throws TooLarge if they are more than {@link #BYTES_MOST}
     */
    static Head read(Blocks in) throws IOException {
        int line = 0;
        while (in.has(line + 1)) {
            int feed = feed(in, line);
            boolean isEmpty = Lines.isBlank(in.buffer, in.at + line, in.at + feed);
            line = feed;
            if (isEmpty) {
                break;
            }
        }
        return new Head(in.take(line));
    }

    /** Where the line that starts at this distance ends, its line feed included. */
    private static int feed(Blocks in, int line) throws IOException {
        int looked = line;
        while (true) {
            int feed = in.lineFeed(in.at + looked);
            if (feed >= 0) {
                return feed - in.at + 1;
            }
            looked = in.end - in.at;
            if (looked > BYTES_MOST) {
                throw new TooLarge("a header");
            }
            if (!in.has(looked + 1)) {
                return looked;
            }
        }
    }

    /** Notes a whole field, and empties it for the next. */
    private void note(StringBuilder field) {
        int colon = field.indexOf(":");
        if (colon > 0) {
            String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.computeIfAbsent(name, any -> new ArrayList<>(1))
                    .add(field.substring(colon + 1).strip());
        }
        field.setLength(0);
    }

    /** As they stand, with the empty line. */
    public byte[] bytes() {
        return bytes;
    }

    /** The first value of a field; empty text when there is none. */
    public String field(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.get(0);
    }

    /** Every value of a field, top first. */
    public List<String> fields(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** Lower case, without parameters; {@code text/plain} when there is none. */
    public String type() {
        return type;
    }

    private String readType() {
        String name = field("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "text/plain" : name;
    }

    /** A parameter of the Content-Type; the first of a name counts. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
