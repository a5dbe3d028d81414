package org.spocgateway.work;

import java.time.Instant;

/** Schedules the task of a row inside the transaction that changes the row, and wakes the scheduler after the commit. */
public class Work {
    /** Wakes the row now, after the running transaction commits. */
    public void wake(String task, String id) {
        throw new IllegalStateException("to be written");
    }

    /** Wakes the row at a time. */
    public void wakeAt(String task, String id, Instant at) {
        throw new IllegalStateException("to be written");
    }
}
