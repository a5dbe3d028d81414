package org.spocgateway.envelope.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A run of bytes that is looked for. */
public final class Needle {
    private final byte[] bytes;

    /** @param text Latin-1; not empty */
    public Needle(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Where it stands first between two places, or -1. */
    public int in(byte[] hay, int from, int to) {
        int end = to - bytes.length + 1;
        for (int at = Octets.find(bytes[0], hay, from, end); at < end; at = Octets.find(bytes[0], hay, at + 1, end)) {
            if (isAt(hay, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether it stands anywhere. */
    public boolean isIn(byte[] hay) {
        return in(hay, 0, hay.length) >= 0;
    }

    /** Whether it stands at this place. */
    public boolean isAt(byte[] hay, int from) {
        return isAt(hay, from, 0);
    }

    /** Whether it stands at this place without so many of its first bytes. */
    public boolean isAt(byte[] hay, int from, int without) {
        int to = from + bytes.length - without;
        return to <= hay.length && Arrays.equals(hay, from, to, bytes, without, bytes.length);
    }

    /** In bytes. */
    public int length() {
        return bytes.length;
    }
}
