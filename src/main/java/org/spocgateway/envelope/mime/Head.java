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

    private Head(byte[] bytes) {
        this.bytes = bytes;
        List<String> last = List.of();
        int at = 0;
        while (at < bytes.length) {
            int next = Lines.after(bytes, at, bytes.length);
            last = note(new String(bytes, at, next - at, StandardCharsets.ISO_8859_1), last);
            at = next;
        }
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

    /** Returns the list whose last value the next line may go on with. */
    private List<String> note(String line, List<String> last) {
        boolean isContinued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        int colon = line.indexOf(':');
        if (isContinued && !last.isEmpty()) {
            last.set(last.size() - 1, last.get(last.size() - 1) + " " + line.strip());
            return last;
        }
        if (isContinued || colon <= 0) {
            return List.of();
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        List<String> values = fields.computeIfAbsent(name, any -> new ArrayList<>(1));
        values.add(line.substring(colon + 1).strip());
        return values;
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
        String type = field("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text/plain" : type;
    }

    /** A parameter of the Content-Type; the first of a name counts. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(Parameters.of(field("content-type")).get(name));
    }
}
