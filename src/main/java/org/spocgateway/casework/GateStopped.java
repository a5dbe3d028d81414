package org.spocgateway.casework;

import org.spocgateway.terms.CaseId;

/**
 * Police said stop (policy 4.2), or that nothing more is to be done on a case whose gate was open; published in the transaction that
 * holds the gate row's lock.
 */
public record GateStopped(CaseId caseId) {}
