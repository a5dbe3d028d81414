package org.spocgateway.terms;

import java.security.SecureRandom;

/**
 * Names one meeting of the panel.
 *
 * @param value 26 letters of lower-case base32, random
 */
public record MeetingId(String value) {
    public MeetingId {
        Ids.checked(value);
    }

    /** A new one. */
    public static MeetingId random(SecureRandom random) {
        return new MeetingId(Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
