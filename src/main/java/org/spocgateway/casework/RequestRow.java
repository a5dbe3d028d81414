package org.spocgateway.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferKind;

/** A request as it was approved. */
record RequestRow(
        RequestId id,
        CaseId caseId,
        TransferKind kind,
        Actor author,
        Instant approvedAt,
        Instant notBefore,
        Optional<Instant> undoneAt,
        LocalDate replyBy,
        Marking marking,
        List<String> questions,
        String freeText,
        Map<String, String> fields,
        List<Outgoing.Document> documents) {
    @Override
    public String toString() {
        return "RequestRow[" + id + "]";
    }
}
