package org.spocgateway.envelope.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * The parts of a multipart one after the other, each from after its delimiter line to before the line end that belongs to the next
 * one (RFC 2046 section 5.1.1); exactly the bytes that a signature covers.
 */
public final class Parts {
    /** White space after a delimiter, at most. */
    private static final int PADDING_MOST = 80;

    private final Blocks in;
    private final Needle mark;
    private Part part = new Part();
    private boolean isOver;

    Parts(Blocks in, String boundary) {
        this.in = in;
        this.mark = new Needle("\n--" + boundary);
        this.isOver = boundary.isEmpty();
    }

    /** The next part, not copied where all is in memory; what is left of the one before is passed over. Empty after the last. */
    public Optional<InputStream> next() throws IOException {
        if (!isOver) {
            part.pass();
        }
        if (isOver) {
            return Optional.empty();
        }
        part = new Part();
        return Optional.of(in.isAllAtHand() ? part.whole() : part);
    }

    /** What a line that starts like a delimiter is. */
    private enum Line {
        TEXT,
        DELIMITER,
        CLOSING
    }

    /** @param from where the two hyphens stand, as a distance from the next byte */
    private Line line(int from) throws IOException {
        int after = from + mark.length() - 1;
        in.has(after + PADDING_MOST);
        if (in.end - in.at < after || !mark.isAt(in.buffer, in.at + from, 1)) {
            return Line.TEXT;
        }
        int end = Math.min(in.end - in.at, after + PADDING_MOST);
        boolean isClosing = after + 1 < end && byteAt(after) == '-' && byteAt(after + 1) == '-';
        int i = isClosing ? after + 2 : after;
        while (i < end && byteAt(i) != '\n') {
            if (!Character.isWhitespace(byteAt(i++))) {
                return Line.TEXT;
            }
        }
        return i == after + PADDING_MOST ? Line.TEXT : isClosing ? Line.CLOSING : Line.DELIMITER;
    }

    private int byteAt(int distance) {
        return in.buffer[in.at + distance] & 0xff;
    }

    /** The distance of the first place from {@code from} on where a delimiter may stand after a line feed, or -1. */
    private int find(int from) {
        int found = mark.in(in.buffer, in.at + from, in.end);
        return found < 0 ? -1 : found - in.at;
    }

    /** One part, or what stands before the first; it ends with its delimiter line, which is passed over. */
    private final class Part extends InputStream {
        private boolean isAtStart = true;
        private boolean hasEnded;
        private int ready;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (hasEnded || (ready == 0 && !look())) {
                return -1;
            }
            int count = Math.min(length, ready);
            System.arraycopy(in.buffer, in.at, into, offset, count);
            in.at += count;
            ready -= count;
            return count;
        }

        /** All of it at once, where nothing is still to be read. */
        InputStream whole() throws IOException {
            int all = look() ? ready : 0;
            ready = 0;
            return in.cut(all);
        }

        void pass() throws IOException {
            while (!hasEnded && (ready > 0 || look())) {
                in.at += ready;
                ready = 0;
            }
        }

        /** Finds out how many of the bytes at hand belong to this part; false at its end. */
        private boolean look() throws IOException {
            if (isAtStart) {
                isAtStart = false;
                Line first = line(0);
                if (first != Line.TEXT) {
                    return end(first, 0);
                }
            }
            for (int from = 0; in.has(from + 1); ) {
                int found = find(from);
                if (found < 0) {
                    int sure = in.end - in.at - (in.isAllAtHand() ? 0 : mark.length());
                    if (sure > 0) {
                        ready = sure;
                        return true;
                    }
                    if (!in.has(in.end - in.at + 1)) {
                        ready = in.end - in.at;
                        return ready > 0 || end(Line.CLOSING, 0);
                    }
                    continue;
                }
                Line line = line(found + 1);
                if (line != Line.TEXT) {
                    int before = found > 0 && byteAt(found - 1) == '\r' ? found - 1 : found;
                    ready = before;
                    return before > 0 || end(line, found + 1);
                }
                from = found + 1;
            }
            return end(Line.CLOSING, 0);
        }

        private boolean end(Line line, int delimiter) throws IOException {
            hasEnded = true;
            isOver = line == Line.CLOSING;
            if (!isOver) {
                in.at += delimiter + mark.length() - 1;
                while (in.has(1) && in.buffer[in.at++] != '\n') {
                    continue;
                }
            }
            return false;
        }
    }
}
