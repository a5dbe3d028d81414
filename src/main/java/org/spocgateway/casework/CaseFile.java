package org.spocgateway.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.Gate;

/**
 * One case as an officer sees it, without the person's name.
 *
 * @param policeReferences what police call it, in the order they arrived
 * @param factNames names of the facts that are held about the person; the values come with {@link Cases#revealName}
 * @param telephone the force's number in the directory: the only number to ring
 * @param proposal what asks for the gate to be opened, if anything does
 * @param standing where it stands and what was recorded on its way
 * @param mailDue end of the working day in which police mail must follow a spoken go-ahead, if one is awaited
 */
public record CaseFile(
        CaseSummary summary,
        List<String> policeReferences,
        List<String> factNames,
        String telephone,
        Optional<Proposal> proposal,
        Optional<Instant> mailDue,
        boolean receivedSecurely,
        CaseStanding standing) {
    /** Its id. */
    public CaseId id() {
        return summary.id();
    }

    /** What people call it. */
    public CaseReference reference() {
        return summary.reference();
    }

    /** Whether partners may be asked. */
    public Gate gate() {
        return summary.gate();
    }

    @Override
    public String toString() {
        return "CaseFile[" + id() + "]";
    }
}
