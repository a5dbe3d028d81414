package org.spocgateway.terms;

import java.security.SecureRandom;

/**
 * Names one message taken from a mailbox.
 *
 * @param value 26 letters of lower-case base32, random; says nothing about any person
 */
public record InboundId(String value) {
    public InboundId {
        Ids.checked(value);
    }

    /** A new one. */
    public static InboundId random(SecureRandom random) {
        return new InboundId(Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
