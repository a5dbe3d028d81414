package org.spocgateway.envelope.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A run of bytes that is looked for by its first byte that is no line feed: those stand in every line. */
public final class Needle {
    private final byte[] bytes;
    private final int rare;

    /** @param text Latin-1; not empty */
    public Needle(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        rare = bytes.length > 1 && bytes[0] == '\n' ? 1 : 0;
    }

    /** Where it stands first between two places, or -1. */
    public int in(byte[] hay, int from, int to) {
        int end = to - bytes.length + 1 + rare;
        byte wanted = bytes[rare];
        for (int at = Octets.find(wanted, hay, from + rare, end);
                at < end;
                at = Octets.find(wanted, hay, at + 1, end)) {
            if (isAt(hay, at - rare)) {
                return at - rare;
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
