package org.spocgateway.work;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules the task of a row inside the transaction that changes the row, and wakes the scheduler after the commit.
 *
 * <p>It writes db-scheduler's table itself: the library's client answers a second insert with a failed statement, which on PostgreSQL
 * would take the caller's transaction with it.
 */
public class Work {
    private final JdbcClient db;
    private final Clock clock;
    private volatile Runnable bell = () -> {};

    public Work(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Wakes the row now, after the running transaction commits. */
    public void wake(String task, String id) {
        wakeAt(task, id, clock.instant());
    }

    /**
     * Wakes the row at a time, or earlier if it is to be woken earlier already: a row that is woken too early goes back to sleep.
     *
     * <p>A task that runs at this moment keeps its time, but cannot end before the running transaction does; then {@link Workers} looks at
     * the row once more.
     */
    public void wakeAt(String task, String id, Instant at) {
        if (!insert(task, id, at)) {
            db.sql("update scheduled_tasks set "
                            + "version = case when picked or execution_time <= :at then version else version + 1 end, "
                            + "execution_time = case when picked or execution_time <= :at then execution_time else :at end "
                            + "where task_name = :task and task_instance = :id")
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("task", task)
                    .param("id", id)
                    .update();
        }
        ringAfterCommit();
    }

    /** Writes a task for each of these rows that has none; a task that waits keeps its time. Returns how many were written. */
    int sweep(String task, List<String> ids) {
        int written = 0;
        for (String id : ids) {
            written += insert(task, id, clock.instant()) ? 1 : 0;
        }
        if (written > 0) {
            ringAfterCommit();
        }
        return written;
    }

    /** Tells what to ring when something is due. */
    void bell(Runnable ring) {
        this.bell = ring;
    }

    private boolean insert(String task, String id, Instant at) {
        return db.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
                                + "values (?, ?, ?, false, 1) on conflict do nothing")
                        .params(task, id, at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    // Never before the commit: the scheduler would look, find nothing, and come back a whole poll later.
    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.run();
            }
        });
    }
}
