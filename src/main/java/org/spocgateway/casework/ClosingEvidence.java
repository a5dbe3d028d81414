package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.terms.InboundId;

/**
 * What shows that police agree to a case being closed (policy 3.2, R31): a message of theirs on the case, or a telephone call on the
 * directory's number; either is enough.
 */
public record ClosingEvidence(Optional<InboundId> message, Optional<PhoneCall> call) {
    /** Nothing: enough only for a case that never was with police. */
    public static final ClosingEvidence NONE = new ClosingEvidence(Optional.empty(), Optional.empty());

    public static ClosingEvidence of(InboundId message) {
        return new ClosingEvidence(Optional.of(message), Optional.empty());
    }

    public static ClosingEvidence of(PhoneCall call) {
        return new ClosingEvidence(Optional.empty(), Optional.of(call));
    }
}
