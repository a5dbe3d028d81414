package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;

/**
 * A referral that must go on to Prevent police (R5).
 *
 * @param due when an alarm is raised if it has not gone on: 15 working minutes after it arrived
 * @param transfer the sending, once there is one
 */
public record Forwarding(
        CaseId caseId,
        InboundId message,
        Instant receivedAt,
        Instant due,
        Optional<Instant> forwardedAt,
        Optional<TransferId> transfer) {}
