package org.spocgateway.envelope;

import java.util.Locale;

/** What is known of a signature over the whole message. */
public enum Signature {
    VALID,
    INVALID,
    NONE,
    /** There is one, but it cannot be judged: unknown algorithm, missing certificate. */
    UNDETERMINED;

    /** The word in logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
