package org.spocgateway.dispatch;

import java.time.Duration;
import java.util.List;

/**
 * When a transfer is tried again.
 *
 * @param steps how long to wait after the first, second, … deferred attempt; the last goes on for ever
 * @param attempts after so many it is held in front of a person
 * @param sendAgain how long an at-least-once kind waits after an unknown outcome
 */
record Backoff(List<Duration> steps, int attempts, Duration sendAgain) {
    /** How long to wait after this attempt, counted from 1. */
    Duration after(int attempt) {
        return steps.get(Math.min(attempt, steps.size()) - 1);
    }

    /** Whether this was one attempt too many. */
    boolean isOver(int attempt) {
        return attempt >= attempts;
    }
}
