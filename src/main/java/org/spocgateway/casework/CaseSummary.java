package org.spocgateway.casework;

import java.time.Instant;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.Gate;

/**
 * One line of the list of cases.
 *
 * @param initials of the person referred, such as {@code T.R.}; empty while nobody has read the name
 * @param callMissing whether the case is urgent and no telephone call is noted (R10)
 * @param force directory id of the force it is with
 */
public record CaseSummary(
        CaseId id,
        CaseReference reference,
        Gate gate,
        CaseState state,
        boolean urgent,
        boolean callMissing,
        String initials,
        Instant openedAt,
        Instant changedAt,
        WaitingFor waitingFor,
        String force) {
    @Override
    public String toString() {
        return "CaseSummary[" + id + ", " + gate.word() + "]";
    }
}
