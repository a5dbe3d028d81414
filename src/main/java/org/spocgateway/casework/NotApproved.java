package org.spocgateway.casework;

import java.util.List;

/** Nothing was stored: every fault, never only the first. */
public record NotApproved(List<Fault> faults) implements Approval {
    public NotApproved {
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("not approving needs a reason");
        }
    }

    /**
     * One thing to put right.
     *
     * @param code a word for message bundles, such as {@code unknown-question}
     * @param sentence plain words for the officer
     */
    public record Fault(String code, String sentence) {}
}
