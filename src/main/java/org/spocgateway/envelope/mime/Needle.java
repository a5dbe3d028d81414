package org.spocgateway.envelope.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A run of bytes that is looked for, in steps of its length wherever it can (Horspool's method). */
public final class Needle {
    private final byte[] bytes;
    private final int[] steps = new int[256];

    /** @param text Latin-1; not empty */
    public Needle(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(steps, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            steps[bytes[i] & 0xff] = bytes.length - 1 - i;
        }
    }

    /** Where it stands first between two places, or -1. */
    public int in(byte[] hay, int from, int to) {
        int last = bytes.length - 1;
        for (int i = from + last; i < to; i += steps[hay[i] & 0xff]) {
            if (hay[i] == bytes[last] && isAt(hay, i - last, 0)) {
                return i - last;
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
