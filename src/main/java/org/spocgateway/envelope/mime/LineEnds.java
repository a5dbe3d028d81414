package org.spocgateway.envelope.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes text with CR LF line ends, which signatures are made over; runs of good lines go through as they are. */
public final class LineEnds extends FilterOutputStream {
    private static final byte[] CRLF = {'\r', '\n'};

    private final boolean isCrALineEnd;
    private byte last;

    private LineEnds(OutputStream out, boolean isCrALineEnd) {
        super(out);
        this.isCrALineEnd = isCrALineEnd;
    }

    /** Every bare CR and bare LF becomes CR LF: for what we write ourselves. */
    public static LineEnds canonical(OutputStream out) {
        return new LineEnds(out, true);
    }

    /** Every bare LF becomes CR LF, as every verifier reads text (RFC 8551 section 3.1.1); a bare CR was signed as it stands. */
    public static LineEnds forVerifying(OutputStream out) {
        return new LineEnds(out, false);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int run = offset;
        for (int at = next(bytes, offset, end); at < end; at = next(bytes, at + 1, end)) {
            boolean isAfterCr = before(bytes, at, offset) == '\r';
            if (bytes[at] == '\n' && !isAfterCr) {
                out.write(bytes, run, at - run);
                out.write(CRLF);
                run = at + 1;
            } else if (bytes[at] != '\n' && isAfterCr) {
                out.write(bytes, run, at - run);
                out.write('\n');
                run = at;
            }
        }
        out.write(bytes, run, end - run);
        last = length > 0 ? bytes[end - 1] : last;
    }

    /** The next place where something may have to be written: a line feed, and any place where a bare CR ends a line. */
    private int next(byte[] bytes, int from, int end) {
        return isCrALineEnd ? Math.min(from, end) : Octets.find((byte) '\n', bytes, from, end);
    }

    private byte before(byte[] bytes, int i, int offset) {
        return i > offset ? bytes[i - 1] : last;
    }

    /** Ends the last line where it must; the stream below stays open. */
    public void finish() throws IOException {
        if (isCrALineEnd && last == '\r') {
            out.write('\n');
        }
    }
}
