package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/** An officer tells Children's or Adults' services, and Prevent police in the same step (R29). */
public record SafeguardingReferralApproved(CaseId caseId, List<TransferId> transfers) {}
