package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferId;

/** An officer approved a request; published in the transaction that stores it. */
public record RequestApproved(RequestId request, CaseId caseId, List<TransferId> transfers) {}
