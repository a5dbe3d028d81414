package org.spocgateway.release;

import java.util.List;

/** What all rules together say, before it becomes a {@link Decision}. */
record Verdict(Transfer transfer, FrozenDecision frozen, List<Reason> reasons, boolean blocked) {
    Decision decision() {
        if (reasons.isEmpty()) {
            return new Permitted(transfer, frozen);
        }
        return blocked ? new Refused(reasons) : new Held(reasons);
    }

    String word() {
        return reasons.isEmpty() ? "permitted" : blocked ? "refused" : "held";
    }
}
