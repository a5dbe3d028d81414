package org.spocgateway.classification;

import java.util.Locale;

/** What police ask of us, read from own words after negation and condition. */
enum Intent {
    /** Cease, live matter. */
    STOP,
    /** Do not begin, still checking; also a go-ahead or a request that is denied. */
    NOT_YET,
    /** A go-ahead or a request under a condition, as a question, or as told by others. */
    CONDITIONAL,
    /** Information gathering can commence. */
    GO_AHEAD,
    /** Asks for information from partners. */
    ASKS,
    /** No role for Prevent. */
    NO_FURTHER_ACTION;

    /** The word in classification.yaml. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
