package org.spocgateway.envelope;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream whose bytes a witness sees as they pass. */
final class Tee extends FilterInputStream {
    private final OutputStream witness;

    Tee(InputStream in, OutputStream witness) {
        super(in);
        this.witness = witness;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            witness.write(into, offset, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
