package org.spocgateway.casework;

import java.util.Arrays;
import java.util.Locale;

/** What police found: whether the threshold is met (policy 4.2 and 4.3, R12). */
public enum Threshold {
    /** They have not said. */
    UNKNOWN,
    MET,
    NOT_MET,
    /** Another service takes it. */
    OTHER_ROUTE;

    /** The word in the database and on screens: {@code other-route}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Threshold of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such threshold: " + word));
    }
}
