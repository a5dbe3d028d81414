package org.spocgateway.envelope.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A MIME entity, cut exactly and read once: a signature covers bytes, so nothing here decodes, unfolds or writes anew what it
 * returns. The body is read either {@link #body as it stands}, {@link #decoded} or in {@link #parts}.
 */
public final class Entity {
    private static final byte[] PLAIN = "Content-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LOOKED_AT = 8192;

    private final Head head;
    private final Blocks body;
    private final Optional<Slice> whole;

    private Entity(Head head, Blocks body, Optional<Slice> whole) {
        this.head = head;
        this.body = body;
        this.whole = whole;
    }

    /**
     * Reads the header.
     *
     * @throws TooLarge if it is over {@link Head#BYTES_MOST}
     */
    public static Entity of(InputStream in) throws IOException {
        Blocks blocks = Blocks.of(in);
        Optional<Slice> whole = blocks.slice();
        return new Entity(Head.read(blocks), blocks, whole);
    }

    /** In memory. */
    public static Entity of(byte[] bytes) throws IOException {
        return of(Blocks.of(bytes));
    }

    /** The content of a sealed or signed layer; text without any header is given the header it should have had. */
    public static Entity inner(InputStream in) throws IOException {
        Blocks blocks = Blocks.of(in);
        blocks.has(LOOKED_AT);
        int to = blocks.at + Math.min(LOOKED_AT, blocks.available());
        return hasHeader(blocks.buffer, blocks.at, to)
                ? of(blocks)
                : new Entity(Head.of(PLAIN), blocks, Optional.empty());
    }

    /** Whether every line up to the first empty one is a field or goes on with one, and none is cut off where we stop looking. */
    private static boolean hasHeader(byte[] bytes, int from, int to) {
        int line = from;
        while (line < to && !Lines.isBlank(bytes, line, Lines.after(bytes, line, to))) {
            if (!Lines.isField(bytes, line, to)) {
                return false;
            }
            line = Lines.after(bytes, line, to);
        }
        return line > from || (from < to && bytes[from] == '\n');
    }

    public Head head() {
        return head;
    }

    /** Lower case, without parameters; {@code text/plain} when there is none. */
    public String type() {
        return head.type();
    }

    /** A parameter of the Content-Type; the first of a name counts. */
    public Optional<String> parameter(String name) {
        return head.parameter(name);
    }

    /** As it stands. */
    public InputStream body() {
        return body;
    }

    /** The first bytes of the body, at most so many; they can be read again. */
    public byte[] start(int most) throws IOException {
        body.has(most);
        return Arrays.copyOfRange(body.buffer, body.at, body.at + Math.min(most, body.available()));
    }

    /** Without its transfer encoding; an unknown one is an {@link IOException}. */
    public InputStream decoded() throws IOException {
        String encoding =
                head.field("content-transfer-encoding").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "base64" -> new Base64Body(body);
            case "", "7bit", "8bit", "binary" -> body;
            default -> other(encoding);
        };
    }

    private InputStream other(String encoding) throws IOException {
        try {
            return MimeUtility.decode(body, encoding);
        } catch (MessagingException e) {
            throw new IOException("an unknown transfer encoding", e);
        }
    }

    /** The parts of a multipart; none where it names no boundary. */
    public Parts parts() {
        return new Parts(body, parameter("boundary").map(String::stripTrailing).orElse(""));
    }

    /** Header and body as they stand, where they stand in memory. */
    public Optional<Slice> whole() {
        return whole;
    }

    /** Writes header and body as they stand. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(head.bytes());
        body.transferTo(out);
    }
}
