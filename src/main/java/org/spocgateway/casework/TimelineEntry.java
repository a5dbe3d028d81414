package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;

/**
 * One line of a case's history.
 *
 * @param what a word for message bundles, such as {@code referral-in}, {@code gate-opened}, {@code sent-to-person}
 * @param detail plain words that belong to it, such as a restriction police asked for; may be empty
 * @param message the inbound message it is about
 * @param transfer the outgoing transfer it is about: how it travelled is known to {@code dispatch}
 */
public record TimelineEntry(
        Instant at,
        String what,
        Actor by,
        String detail,
        Optional<InboundId> message,
        Optional<TransferId> transfer,
        Optional<Travelled> travelled) {
    @Override
    public String toString() {
        return "TimelineEntry[" + what + "]";
    }
}
