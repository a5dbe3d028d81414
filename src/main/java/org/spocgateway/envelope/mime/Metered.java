package org.spocgateway.envelope.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes through and no more; counts them. */
public class Metered extends FilterInputStream {
    private long left;
    private long count;

    public Metered(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    public final void allow(long most) {
        left = most;
    }

    public final void allowAll() {
        left = Long.MAX_VALUE;
    }

    public final long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        note(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        note(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Called after each reading. */
    protected void note(int read) throws TooLarge {
        count += read;
        left -= read;
        if (left < 0) {
            throw new TooLarge("a part of a message");
        }
    }
}
