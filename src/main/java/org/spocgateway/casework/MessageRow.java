package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;

/** A message on a case. */
record MessageRow(
        InboundId id,
        CaseId caseId,
        Instant receivedAt,
        Optional<Instant> forwardDue,
        Optional<Instant> forwardedAt,
        Optional<TransferId> forwardTransfer) {}
