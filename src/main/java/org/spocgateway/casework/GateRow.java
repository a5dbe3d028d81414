package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;

/** A gate's row as it was read, for one change. */
record GateRow(
        CaseId caseId,
        Gate gate,
        long version,
        Optional<Proposal> proposal,
        boolean receivedSecurely,
        Optional<Instant> mailDue) {

    /** At another place, with nothing proposed, nothing ticked and no mail awaited. */
    GateRow at(Gate next) {
        return new GateRow(caseId, next, version, Optional.empty(), false, Optional.empty());
    }

    GateRow proposed(Proposal by) {
        return new GateRow(caseId, Gate.PROPOSED, version, Optional.of(by), false, Optional.empty());
    }

    /** Open; {@code awaited} is when police mail must have followed. */
    GateRow opened(Optional<Instant> awaited) {
        return new GateRow(caseId, Gate.OPEN, version, Optional.empty(), true, awaited);
    }

    GateRow mailFollowed() {
        return new GateRow(caseId, gate, version, proposal, receivedSecurely, Optional.empty());
    }
}
