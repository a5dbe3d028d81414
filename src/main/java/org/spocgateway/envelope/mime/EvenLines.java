package org.spocgateway.envelope.mime;

/** Finds where lines end; lines of encoded text are mostly of one length, so the next is looked for where the last one had it. */
public final class EvenLines {
    private int length = 76;

    /** How long lines have been of late. */
    int length() {
        return length;
    }

    /** How long the line that begins at a place is, without its end; never beyond {@code to}. */
    public int length(byte[] bytes, int from, int to) {
        int guess = from + length;
        if (guess < to && isEnd(bytes[guess]) && !isEnd(bytes[guess - 1])) {
            return length;
        }
        int end = from;
        while (end < to && !isEnd(bytes[end])) {
            end++;
        }
        length = Math.max(1, end - from);
        return end - from;
    }

    /** Whether a byte ends a line. */
    public static boolean isEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
