package org.spocgateway.envelope.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a stream by blocks and says so once: a single byte is a block of one, and nothing can be gone back to. */
public abstract class InBlocks extends FilterInputStream {
    protected InBlocks(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
