package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;

/** A case's own row. */
record CaseRow(
        CaseId id,
        CaseReference reference,
        String force,
        Instant openedAt,
        Instant changedAt,
        Optional<Instant> closedAt,
        boolean urgent,
        Optional<Instant> urgentMailAt,
        boolean callMissing) {}
