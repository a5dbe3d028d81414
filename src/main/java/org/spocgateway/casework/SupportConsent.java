package org.spocgateway.casework;

import java.util.Arrays;
import java.util.Locale;

/**
 * Whether the person, or a parent, agreed to <em>support</em> (policy 3.1: a voluntary process). It is recorded apart from the gate and
 * is never a condition of asking partners.
 */
public enum SupportConsent {
    NOT_ASKED,
    GIVEN,
    REFUSED,
    WITHDRAWN;

    /** The word in the database and on screens: {@code not-asked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SupportConsent of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such consent: " + word));
    }
}
