package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferId;

/** An officer took a request back; published in the transaction that marks it. What left already stays on the list. */
public record RequestUndone(RequestId request, CaseId caseId, List<TransferId> transfers) {}
