package org.spocgateway.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Compares what is written to it with a file, byte for byte. */
final class SameBytes extends OutputStream {
    private final InputStream file;
    private boolean same = true;

    SameBytes(InputStream file) {
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        same &= file.read() == (b & 0xff);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        byte[] there = file.readNBytes(length);
        same &= there.length == length && Arrays.equals(there, 0, length, bytes, from, from + length);
    }

    /** Whether everything was the same and the file ends here. */
    boolean whole() throws IOException {
        return same && file.read() < 0;
    }
}
