package org.spocgateway.envelope.mail;

/** What is left of the {@link Bounds} of one message; used by one thread. */
final class Budget {
    private final Bounds bounds;
    private final long end;
    private int parts;

    Budget(Bounds bounds) {
        this.bounds = bounds;
        this.end = System.nanoTime() + bounds.time().toNanos();
    }

    Bounds bounds() {
        return bounds;
    }

    /** Counts a part at this depth. */
    void part(int depth) {
        if (++parts > bounds.parts() || depth > bounds.depth()) {
            throw new Costly("parts");
        }
        check();
    }

    /** Fails when the time is over. */
    void check() {
        if (System.nanoTime() - end > 0) {
            throw new Costly("time");
        }
    }
}
