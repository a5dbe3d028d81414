package org.spocgateway.envelope.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Hands out bytes that somebody makes block by block. */
public abstract class BlockStream extends InputStream {
    private byte[] block = new byte[0];
    private int at;
    private int end;

    /** The next block: {@link #ready} is called with it, or nothing more comes. */
    protected abstract boolean next() throws IOException;

    /** These bytes are next; they are not copied. */
    protected final void ready(byte[] bytes, int count) {
        block = bytes;
        at = 0;
        end = count;
    }

    /** How many bytes of the block are left. */
    protected final int left() {
        return end - at;
    }

    private boolean more() throws IOException {
        while (at == end) {
            if (!next()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int read() throws IOException {
        return more() ? block[at++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int part = Math.min(length, left());
        System.arraycopy(block, at, into, offset, part);
        at += part;
        return part;
    }
}
