package org.spocgateway.casework;

import java.time.Instant;
import org.spocgateway.terms.Actor;

/**
 * A telephone call with a partner who has not answered.
 *
 * @param spokeWith who spoke for the partner; empty when nobody answered
 * @param outcome what was said, in the officer's words
 */
public record ChaseCall(Instant at, String spokeWith, String outcome, Actor by) {
    @Override
    public String toString() {
        return "ChaseCall[redacted]";
    }
}
