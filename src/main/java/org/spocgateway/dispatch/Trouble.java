package org.spocgateway.dispatch;

import java.util.Locale;
import java.util.Optional;

/** Why a transfer that the rules permitted has come to rest and did not arrive for sure; people are told what happened and what to do. */
public enum Trouble {
    /** Tried as often as the settings say, and nobody took it over. */
    NOT_TAKEN,
    /** There was no safe line, so nothing was sent over it. */
    NOT_SAFE,
    /** The other side refused it for good. */
    REFUSED_THERE,
    /** It may have been taken over: the answer to the last word never came. */
    NOT_KNOWN,
    /** An officer gave it up. */
    GIVEN_UP;

    /** The word for message bundles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty while nothing is wrong, and where the rules themselves say every reason. */
    static Optional<Trouble> of(TransferRow row) {
        return switch (row.state()) {
            case HELD ->
                row.reasons() == null
                        ? Optional.of(row.insecureReason().isPresent() ? NOT_SAFE : NOT_TAKEN)
                        : Optional.empty();
            case REJECTED -> Optional.of(row.lastOutcome().equals("rejected") ? REFUSED_THERE : GIVEN_UP);
            case UNCERTAIN -> Optional.of(NOT_KNOWN);
            default -> Optional.empty();
        };
    }
}
