package org.spocgateway.portal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.terms.TransferId;

/**
 * Where a package is, without any of its content.
 *
 * @param linkChecks how often the link was followed without a code (mail scanners)
 * @param started whether somebody has begun to answer and not sent it yet
 */
public record PackageStatus(
        TransferId id,
        State state,
        int linkChecks,
        boolean started,
        Optional<Instant> readAt,
        Optional<Instant> answeredAt) {
    /** The states, in order of life. */
    public enum State {
        STAGED,
        LIVE,
        READ,
        ANSWERED,
        REVOKED,
        EXPIRED;

        /** The word in the database and the log. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether the link leads to the request. */
        boolean isOpen() {
            return this == LIVE || this == READ;
        }
    }
}
