package org.spocgateway.terms;

import java.util.Arrays;

/** The three means of sending that policy 4.6 knows; "channel" alone is never a name here. */
public enum TransferChannel {
    /** Officer to officer inside the council. */
    INTERNAL_STANDARD("internal-standard"),
    /** Public body to public body; how is a dated profile ({@code gcsx-2017}, {@code modern}). */
    GCSX("gcsx"),
    /** Contracted or external services: a sealed package that the partner opens in the portal. */
    EGRESS_STYLE("egress-style");

    private final String word;

    TransferChannel(String word) {
        this.word = word;
    }

    /** The word used in config, log, CSV and metrics. */
    public String word() {
        return word;
    }

    /** Reads {@link #word()} back. */
    public static TransferChannel of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a transfer channel"));
    }
}
