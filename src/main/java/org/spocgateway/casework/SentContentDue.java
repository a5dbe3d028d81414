package org.spocgateway.casework;

import org.spocgateway.terms.CaseId;

/** The content of what was sent about a case goes now; published in the transaction that notes it. */
public record SentContentDue(CaseId caseId) {}
