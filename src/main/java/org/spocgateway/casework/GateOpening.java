package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.InboundId;

/**
 * What opened a gate once (R2): nothing about the person. It stays when the case is erased, but for the fingerprint.
 *
 * @param way {@code referral}, {@code go-ahead} or {@code spoken}
 * @param message the police message; empty where police only spoke
 * @param fingerprint SHA-256 of the message's exact bytes; empty without one, and once the case was erased
 * @param kind what the message was taken for, such as {@code K1}
 * @param grade how safely the message arrived, a letter
 * @param noted account id of the officer who noted what police said
 * @param confirmed account id of the officer who opened the gate
 */
public record GateOpening(
        String id,
        Instant at,
        String way,
        Optional<InboundId> message,
        Optional<Fingerprint> fingerprint,
        Optional<String> kind,
        Optional<String> grade,
        Optional<String> noted,
        String confirmed) {}
