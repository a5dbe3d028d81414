package org.spocgateway.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Failed sign-ins of nobody we know: one log entry a minute with their number, so that guessing cannot fill the log. */
final class FailurePace {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant next = Instant.MIN;
    private int since;

    FailurePace(Clock clock) {
        this.clock = clock;
    }

    /** Counts one failure; the number to log now, or 0 when it is too soon. */
    synchronized int failed() {
        since++;
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.plus(EVERY);
        int count = since;
        since = 0;
        return count;
    }
}
