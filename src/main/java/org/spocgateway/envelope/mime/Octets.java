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
        for (; at + 2 * Long.BYTES <= to; at += 2 * Long.BYTES) {
            long first = zeros((long) EIGHT.get(bytes, at) ^ all);
            long second = zeros((long) EIGHT.get(bytes, at + Long.BYTES) ^ all);
            if ((first | second) != 0) {
                return first != 0 ? at + lowest(first) : at + Long.BYTES + lowest(second);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** A bit for bytes that are zero; the lowest stands in the first that is. */
    private static long zeros(long eight) {
        return (eight - LOW) & ~eight & HIGH;
    }

    private static int lowest(long zeros) {
        return Long.numberOfTrailingZeros(zeros) >>> 3;
    }
}
