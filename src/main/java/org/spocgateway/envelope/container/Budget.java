package org.spocgateway.envelope.container;

/** What is left of the {@link Bounds} of one file; used by one thread. */
final class Budget {
    private static final long FREE_OF_RATIO = 1_000_000;

    private final Bounds bounds;
    private final long packed;
    private final long end;
    private long bytes;
    private int entries;

    /** @param packed size of the file as it came */
    Budget(Bounds bounds, long packed) {
        this.bounds = bounds;
        this.packed = packed;
        this.end = System.nanoTime() + bounds.time().toNanos();
    }

    /** Counts unpacked bytes. */
    void spend(long more) throws Refused {
        bytes += more;
        if (bytes > bounds.bytes() || (bytes > FREE_OF_RATIO && bytes / Math.max(1, packed) >= bounds.ratio())) {
            throw new Refused(Unlocking.Why.TOO_LARGE);
        }
        check();
    }

    /** Counts an entry of an archive. */
    void entry() throws Refused {
        if (++entries > bounds.entries()) {
            throw new Refused(Unlocking.Why.TOO_LARGE);
        }
        check();
    }

    /** Fails when the time is over. */
    void check() throws Refused {
        if (System.nanoTime() - end > 0) {
            throw new Refused(Unlocking.Why.TOO_LARGE);
        }
    }

    /** How deep archives may lie within each other. */
    int depth() {
        return bounds.depth();
    }

    /** The most that may still be unpacked. */
    long left() {
        return Math.max(0, bounds.bytes() - bytes);
    }
}
