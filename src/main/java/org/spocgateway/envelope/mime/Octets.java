package org.spocgateway.envelope.mime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for one byte, eight at a time: every byte of a message is looked at for its line ends several times. */
final class Octets {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private Octets() {}

    /** Where it stands first; {@code to}, or {@code from} where that is later, when it does not. */
    static int find(byte wanted, byte[] bytes, int from, int to) {
        long all = (wanted & 0xffL) * LOW;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long other = (long) EIGHT.get(bytes, at) ^ all;
            long zero = (other - LOW) & ~other & HIGH; // its lowest bit stands in the first byte that is zero
            if (zero != 0) {
                return at + (Long.numberOfTrailingZeros(zero) >>> 3);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
