package org.spocgateway.envelope.mime;

import java.nio.charset.StandardCharsets;

/** Bytes as Latin-1 characters, without a copy. */
public record Latin(byte[] bytes, int from, int to) implements CharSequence {
    /** All of them. */
    public Latin(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Latin(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
