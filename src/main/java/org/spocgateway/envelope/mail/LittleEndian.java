package org.spocgateway.envelope.mail;

import java.nio.BufferUnderflowException;
import java.util.Arrays;

/** Reads numbers that begin with their smallest octet; what is not there is a {@link BufferUnderflowException}. */
final class LittleEndian {
    private final byte[] bytes;
    private int at;

    LittleEndian(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int left() {
        return bytes.length - at;
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    int u16() {
        return u8() | u8() << 8;
    }

    long u32() {
        return u16() | (long) u16() << 16;
    }

    /** So many octets; a length that is not there is refused before anything is made for it. */
    byte[] take(long length) {
        need(length);
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    private void need(long length) {
        if (length < 0 || length > bytes.length - at) {
            throw new BufferUnderflowException();
        }
    }
}
