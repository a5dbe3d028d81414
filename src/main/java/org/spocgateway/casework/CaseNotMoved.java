package org.spocgateway.casework;

import java.util.List;

/** The case stays as it is: every reason, never only the first. */
public record CaseNotMoved(CaseState state, List<CaseReason> reasons) implements CaseMove {
    public CaseNotMoved {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a case that stays needs a reason");
        }
    }
}
