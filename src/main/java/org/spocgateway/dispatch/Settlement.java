package org.spocgateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is written down after one attempt.
 *
 * @param from states in which it may be written; from UNCERTAIN only with evidence that it was taken over
 * @param outcome {@code accepted}, {@code deferred}, {@code rejected}, {@code uncertain}, {@code insecure}
 * @param notBefore when the next attempt may be made
 */
record Settlement(
        Set<TransferState> from,
        TransferState to,
        String outcome,
        Evidence evidence,
        Optional<String> insecure,
        Instant notBefore,
        Optional<Instant> sentAt) {
    private static final Set<TransferState> CARRIED = Set.of(TransferState.ATTEMPTING, TransferState.EOD_INTENT);

    /** For a carriage of this row. */
    static Settlement of(Carriage carriage, TransferRow row, Instant now, Backoff backoff) {
        Evidence evidence = carriage.evidence();
        if (carriage instanceof Carriage.Accepted) {
            return new Settlement(
                    Set.of(TransferState.EOD_INTENT, TransferState.UNCERTAIN),
                    TransferState.SENT,
                    "accepted",
                    evidence,
                    Optional.empty(),
                    now,
                    Optional.of(now));
        }
        if (carriage instanceof Carriage.Deferred) {
            return new Settlement(
                    CARRIED,
                    backoff.isOver(row.attempts() + 1) ? TransferState.HELD : TransferState.PERMITTED,
                    "deferred",
                    evidence,
                    Optional.empty(),
                    now.plus(backoff.after(row.attempts() + 1)),
                    Optional.empty());
        }
        if (carriage instanceof Carriage.Insecure insecure) {
            return at(CARRIED, TransferState.HELD, "insecure", evidence, Optional.of(insecure.reason()), now);
        }
        if (carriage instanceof Carriage.Rejected) {
            return at(CARRIED, TransferState.REJECTED, "rejected", evidence, Optional.empty(), now);
        }
        return uncertain(row, evidence, now, backoff.sendAgain());
    }

    /** The final dot may have been taken: at-least-once kinds go again with the same bytes, anything else waits for a person. */
    static Settlement uncertain(TransferRow row, Evidence evidence, Instant now, Duration sendAgain) {
        boolean again = row.kind().atLeastOnce();
        return at(
                Set.of(TransferState.EOD_INTENT),
                again ? TransferState.PERMITTED : TransferState.UNCERTAIN,
                "uncertain",
                evidence,
                Optional.empty(),
                again ? now.plus(sendAgain) : now);
    }

    private static Settlement at(
            Set<TransferState> from,
            TransferState to,
            String outcome,
            Evidence evidence,
            Optional<String> insecure,
            Instant notBefore) {
        return new Settlement(from, to, outcome, evidence, insecure, notBefore, Optional.empty());
    }
}
