package org.spocgateway.envelope.mime;

import java.util.Arrays;

/** Bytes that stand in memory from one place to another; not copied. */
public record Slice(byte[] array, int from, int to) {
    /** All of them. */
    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    public int size() {
        return to - from;
    }

    /** A copy, unless it is a whole array. */
    public byte[] bytes() {
        return size() == array.length ? array : Arrays.copyOfRange(array, from, to);
    }

    @Override
    public String toString() {
        return "Slice[" + size() + " bytes]";
    }
}
