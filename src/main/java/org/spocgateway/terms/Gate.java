package org.spocgateway.terms;

import java.util.Locale;

/** Whether partners may be asked about a case (policy 4.1): only {@link #OPEN} lets a question out. */
public enum Gate {
    /** Police have not said that information gathering can commence. */
    CLOSED,
    /** A police indication has arrived and waits for an officer. */
    PROPOSED,
    /** An officer has confirmed the police indication. */
    OPEN,
    /** Police have said stop (policy 4.2): nothing more goes out. */
    STOPPED;

    /** The word written in the database, the log and the command line: {@code closed}, {@code proposed}, {@code open}, {@code stopped}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()} back. */
    public static Gate of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
