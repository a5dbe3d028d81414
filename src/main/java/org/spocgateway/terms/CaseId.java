package org.spocgateway.terms;

import java.security.SecureRandom;

/**
 * Names one case inside the gateway; people say its {@link CaseReference}.
 *
 * @param value 26 letters of lower-case base32, random; says nothing about any person
 */
public record CaseId(String value) {
    public CaseId {
        Ids.checked(value);
    }

    /** A new one. */
    public static CaseId random(SecureRandom random) {
        return new CaseId(Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
