package org.spocgateway.envelope.openpgp;

/**
 * How much one message may cost.
 *
 * @param bytes the most that any stage may hold
 * @param rounds layers of compression within each other
 * @param expansion how many times larger than what it came in compressed content may be, above {@link #FREE}
 * @param packets in one layer
 */
public record Bounds(long bytes, int rounds, int expansion, int packets) {
    /** So much may come out of however little: 1 MiB. */
    static final long FREE = 1 << 20;

    /** As these bytes, with 8 rounds, a hundredfold and 64 packets. */
    public static Bounds of(long bytes) {
        return new Bounds(bytes, 8, 100, 64);
    }

    long unpacked(long packed) {
        return Math.min(bytes, Math.max(FREE, packed * expansion));
    }
}
