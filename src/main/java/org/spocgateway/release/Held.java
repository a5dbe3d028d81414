package org.spocgateway.release;

import java.util.List;

/** Waits for a named person: every reason, never only the first. */
public record Held(List<Reason> reasons) implements Decision {
    public Held {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision other than permitted needs a reason");
        }
    }
}
