package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.terms.InboundId;

/**
 * What asks for the gate to be opened (R2).
 *
 * @param way {@code referral}, {@code go-ahead} or {@code spoken}
 * @param message the police message; empty for a spoken go-ahead
 * @param grade how safely the message arrived
 * @param noted account id of the officer who noted a spoken go-ahead; a second officer confirms it
 */
public record Proposal(
        String way, Instant at, Optional<InboundId> message, Optional<ArrivalGrade> grade, Optional<String> noted) {}
