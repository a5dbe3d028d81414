package org.spocgateway.terms;

import java.security.SecureRandom;

/**
 * Names one request of an officer, which becomes one transfer for each partner.
 *
 * @param value 26 letters of lower-case base32, random; says nothing about any person
 */
public record RequestId(String value) {
    public RequestId {
        Ids.checked(value);
    }

    /** A new one. */
    public static RequestId random(SecureRandom random) {
        return new RequestId(Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
