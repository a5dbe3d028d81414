package org.spocgateway.envelope.mail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The content of a part; its transfer encoding is taken off when somebody asks for it, and once. */
public final class Encoded {
    /** Encoded bytes looked at for each byte of a start: base64 has four for three, and its line ends. */
    private static final int FOR_ONE = 2;

    private final byte[] source;
    private final int from;
    private final int to;
    private final String encoding;
    private byte @Nullable [] decoded;

    Encoded(byte[] source, int from, int to, String encoding) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.encoding = encoding;
    }

    /** Of bytes that have no encoding. */
    public static Encoded plain(byte[] bytes) {
        var plain = new Encoded(bytes, 0, bytes.length, "");
        plain.decoded = bytes;
        return plain;
    }

    /** All of it; whatever is broken in the encoding stays as far as it can be read. */
    public byte[] bytes() {
        byte[] known = decoded;
        if (known == null) {
            known = Transfer.decoded(encoding, Arrays.copyOfRange(source, from, to));
            decoded = known;
        }
        return known;
    }

    /** At least so many of the first bytes where there are so many; the rest is not decoded for it. */
    public byte[] start(int least) {
        int looked = from + FOR_ONE * least;
        if (decoded != null || looked >= to) {
            return bytes();
        }
        byte[] start = Transfer.decoded(encoding, Arrays.copyOfRange(source, from, looked));
        return start.length >= least ? start : bytes();
    }
}
