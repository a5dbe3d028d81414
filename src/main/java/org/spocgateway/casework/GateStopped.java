package org.spocgateway.casework;

import org.spocgateway.terms.CaseId;

/** Police said stop; published in the transaction that holds the gate row's lock (policy 4.2). */
public record GateStopped(CaseId caseId) {}
