package org.spocgateway.dispatch;

import java.time.LocalDate;
import org.spocgateway.release.Decision;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Gate;

/**
 * A decision with what was put to the rules for it.
 *
 * @param again whether it was decided again just before sending
 */
record Decided(Decision decision, Transfer transfer, Gate gate, LocalDate day, boolean again) {
    @Override
    public String toString() {
        return "Decided[" + transfer.id() + "]";
    }
}
