package org.spocgateway.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.Holder;

/** A package without its contents. */
record PackageRow(
        TransferId id,
        String organisation,
        RequestReference reference,
        LocalDate replyBy,
        State state,
        int linkChecks,
        Code code,
        Optional<Instant> readAt,
        Optional<Instant> answeredAt,
        Optional<String> receipt) {

    /** The code that was read out last, and what was tried. */
    record Code(Optional<byte[]> hash, Instant until, int wrong, int rounds, Instant notBefore) {
        @Override
        public String toString() {
            return "Code[redacted]";
        }
    }

    Holder holder() {
        return Holder.ofPackage(id);
    }

    /** Whoever holds link and code speaks for the organisation. */
    Actor partner() {
        return new Actor(Actor.Role.PARTNER, organisation);
    }

    PackageStatus status(boolean started) {
        return new PackageStatus(id, state, linkChecks, started, readAt, answeredAt);
    }
}
