package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;

/** One recipient of a request. */
record RecipientRow(
        TransferId transfer,
        RequestId request,
        CaseId caseId,
        RequestReference reference,
        Optional<String> party,
        MailAddress address,
        Optional<InboundId> forwarded,
        boolean notSent,
        boolean withdrawn) {
    Approved.Line line() {
        return new Approved.Line(transfer, reference, party, address);
    }
}
