package org.spocgateway.envelope.mime;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 in blocks (RFC 2045 section 6.8): line ends are cut out line by line, whatever else is not in the alphabet is passed
 * over, and the first padding ends it.
 */
final class Base64Body extends BlockStream {
    /** A multiple of four. */
    private static final int CHARACTERS = 1 << 13;

    private static final int LINE_MOST = 998;

    private final Blocks in;
    private final EvenLines lines = new EvenLines();
    private final byte[] characters = new byte[CHARACTERS];
    private final byte[] plain = new byte[CHARACTERS / 4 * 3];
    private int filled;
    private boolean hasEnded;

    Base64Body(Blocks in) {
        this.in = in;
    }

    /** At most: line ends are none of it. */
    @Override
    public int available() {
        return left() + (int) (3L * (filled + in.available()) / 4);
    }

    @Override
    protected boolean next() throws IOException {
        if (hasEnded) {
            return false;
        }
        gather();
        decode();
        return true;
    }

    /** Fills the characters, each line by one copy; a wrong guess shows as characters that are no base64, which are cleaned out. */
    private void gather() throws IOException {
        while (filled < CHARACTERS && in.has(1)) {
            in.has(LINE_MOST);
            evenLines();
            int line = lines.length(in.buffer, in.at, Math.min(in.end, in.at + CHARACTERS));
            int part = Math.min(line, CHARACTERS - filled);
            System.arraycopy(in.buffer, in.at, characters, filled, part);
            filled += part;
            in.at += part;
            if (part == line) {
                passLineEnd();
            }
        }
    }

    /** Lines of the length that lines have had, as long as they lie wholly at hand: nearly all lines of nearly all mails. */
    private void evenLines() {
        byte[] from = in.buffer;
        int line = lines.length();
        int at = in.at;
        int to = filled;
        while (to + line <= CHARACTERS && at + line + 2 < in.end && EvenLines.isEnd(from[at + line])) {
            System.arraycopy(from, at, characters, to, line);
            to += line;
            at += line + 1;
            at += from[at] == '\n' ? 1 : 0;
        }
        in.at = at;
        filled = to;
    }

    private void passLineEnd() throws IOException {
        while (in.has(1) && EvenLines.isEnd(in.buffer[in.at])) {
            in.at++;
        }
    }

    private void decode() {
        boolean isLast = filled < CHARACTERS;
        try {
            if (isLast) {
                ready(Arrays.copyOf(characters, filled));
            } else {
                ready(plain, Base64.getDecoder().decode(characters, plain));
            }
            hasEnded = isLast || characters[CHARACTERS - 1] == '=';
            filled = 0;
        } catch (IllegalArgumentException e) {
            clean(isLast);
        }
    }

    private void ready(byte[] some) {
        byte[] decoded = Base64.getDecoder().decode(some);
        ready(decoded, decoded.length);
    }

    /** Keeps the characters of the alphabet up to the first padding, decodes the whole fours and keeps the rest for later. */
    private void clean(boolean isLast) {
        int kept = 0;
        int i = 0;
        while (i < filled && characters[i] != '=') {
            if (isInAlphabet(characters[i])) {
                characters[kept++] = characters[i];
            }
            i++;
        }
        hasEnded = isLast || i < filled;
        int whole = hasEnded ? kept - (kept % 4 == 1 ? 1 : 0) : kept / 4 * 4;
        ready(Arrays.copyOf(characters, whole));
        System.arraycopy(characters, whole, characters, 0, kept - whole);
        filled = kept - whole;
    }

    private static boolean isInAlphabet(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
    }
}
