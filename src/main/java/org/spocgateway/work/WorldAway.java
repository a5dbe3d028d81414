package org.spocgateway.work;

import java.time.Duration;

/** Something outside is away (mail server, relay, database): nothing is lost, try again later. */
public class WorldAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    /**
     * Nothing is lost; try again.
     *
     * @param sentence what is away, without any personal data
     * @param after how long to wait
     */
    public WorldAway(String sentence, Duration after, Throwable cause) {
        super(sentence, cause);
        this.after = after;
    }

    /** How long to wait. */
    public Duration after() {
        return after;
    }
}
