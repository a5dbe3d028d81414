package org.spocgateway.terms;

import java.security.SecureRandom;

/**
 * Names one transfer: one recipient, one way of sending, one line of history.
 *
 * @param value 26 letters of lower-case base32, random; says nothing about any person
 */
public record TransferId(String value) {
    public TransferId {
        Ids.checked(value);
    }

    /** A new one. */
    public static TransferId random(SecureRandom random) {
        return new TransferId(Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
