package org.spocgateway.casework;

import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/** A referral goes on to Prevent police (R5); published in the transaction that stores it. */
public record ReferralToForward(CaseId caseId, TransferId transfer) {}
