package org.spocgateway.release;

import java.util.List;

/** Not sent, and will not be: every reason, never only the first. */
public record Refused(List<Reason> reasons) implements Decision {
    public Refused {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a decision other than permitted needs a reason");
        }
    }
}
