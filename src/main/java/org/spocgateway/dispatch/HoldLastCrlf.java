package org.spocgateway.dispatch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps the content's last CR LF back, so that after the point of no return only a dot is left to write. */
final class HoldLastCrlf extends FilterOutputStream {
    /** 0: nothing, 1: CR, 2: CR LF. */
    private int held;

    HoldLastCrlf(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (held == 1 && b == '\n') {
            held = 2;
            return;
        }
        release();
        if (b == '\r') {
            held = 1;
        } else {
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 1) {
            write(bytes[offset]);
        } else if (length > 1 && held == 1 && bytes[offset] == '\n') {
            write(bytes[offset]);
            write(bytes, offset + 1, length - 1);
        } else if (length > 1) {
            int keep = endsIn(bytes, offset + length);
            release();
            out.write(bytes, offset, length - keep);
            held = keep;
        }
    }

    private static int endsIn(byte[] bytes, int end) {
        if (bytes[end - 1] == '\r') {
            return 1;
        }
        return bytes[end - 1] == '\n' && bytes[end - 2] == '\r' ? 2 : 0;
    }

    private void release() throws IOException {
        if (held > 0) {
            out.write(new byte[] {'\r', '\n'}, 0, held);
        }
        held = 0;
    }

    /** Nothing: flushing is the transport's, once, before the point of no return. */
    @Override
    public void flush() {}
}
