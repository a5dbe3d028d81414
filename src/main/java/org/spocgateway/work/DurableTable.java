package org.spocgateway.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A table whose rows are carried forward by pages until they are at rest; each package with such a table gives one of these. */
public interface DurableTable {
    /** The task's name: {@code inbound}, {@code transfer}. */
    String task();

    /** The page for the row's present state; empty when the row is at rest, waits for a later time, or is not there. */
    Optional<Page> next(String id);

    /** The time from which the row may be worked on, for a row that pages carry on; empty when it is at rest, or waits for no time. */
    default Optional<Instant> notBefore(String id) {
        return Optional.empty();
    }

    /** Commits the number of the attempt before it is made; false when this would be the third at the same state: the row was set aside. */
    boolean beginAttempt(String id);

    /** Sets the row aside in front of a person: its page failed for a reason that trying again will not mend. */
    void setAside(String id, Throwable why);

    /** The world was away (mail server, relay, database): tells the row when it is tried again; the attempt does not count. */
    void postpone(String id, WorldAway why);

    /** Every row that is not at rest and may be worked on now. */
    List<String> unfinished();

    /**
     * A row's state and the page that carries it on.
     *
     * @param state the word in the row's state column
     * @param route the id of the route in {@code routes/}, called as {@code direct:<route>} with the row's id as body
     */
    record Page(String state, String route) {}
}
