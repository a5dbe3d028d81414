package org.spocgateway.intake;

import java.util.Locale;

/** Where an inbound message is; the row's state is the truth. */
public enum InboundState {
    /** Its bytes are ours. */
    ACCEPTED,
    OPENED,
    UNOPENED,
    CLASSIFIED,
    /** On a case: at rest. */
    FILED,
    /** In front of a person: at rest until somebody decides. */
    WAITING,
    /** Its bytes are kept, it could not be worked on: at rest until somebody decides. */
    QUARANTINED,
    /** Put away as noise by rule or by a person; can be brought back. */
    SET_ASIDE;

    /** The word in the database and the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #word()} back. */
    public static InboundState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
