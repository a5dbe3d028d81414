package org.spocgateway.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The threads that carry rows forward: one db-scheduler task for each durable table, and the sweep that finds rows whose wake was lost. */
public final class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final DataSource database;
    private final boolean alone;
    private final Work work;
    private final Supplier<List<DurableTable>> tables;
    private final Walker walker;
    private final Clock clock;
    private final WorkSettings settings;
    private final String node;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService sweeper;

    /**
     * Workers of one node.
     *
     * @param database the pool itself: the scheduler's threads own their connections
     * @param alone whether no other process can be at this database (H2): then a picked task is a dead process's, and is released at once
     */
    public Workers(
            DataSource database,
            boolean alone,
            Work work,
            Supplier<List<DurableTable>> tables,
            Pages pages,
            Clock clock,
            WorkSettings settings,
            String node) {
        this.database = database;
        this.alone = alone;
        this.work = work;
        this.tables = tables;
        this.walker = new Walker(pages.call(), pages.endProcess());
        this.clock = clock;
        this.settings = settings;
        this.node = node;
    }

    /** Releases what a dead process held, sweeps, and begins to work. */
    @Override
    public synchronized void start() {
        List<DurableTable> all = tables.get();
        if (alone) {
            JdbcClient.create(database)
                    .sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, "
                            + "version = version + 1 where picked")
                    .update();
        }
        var started = scheduler(all.stream().<Task<?>>map(this::task).toList());
        scheduler = started;
        work.bell(started::triggerCheckForDueExecutions);
        started.start();
        var sweeping = Executors.newSingleThreadScheduledExecutor(r -> {
            var thread = new Thread(r, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        sweeping.scheduleWithFixedDelay(
                () -> all.forEach(this::sweep), 0, settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
        sweeper = sweeping;
    }

    /** Takes no new row and waits for the running pages. */
    @Override
    public synchronized void stop() {
        work.bell(() -> {});
        if (sweeper != null) {
            sweeper.shutdownNow();
            sweeper = null;
        }
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.start();
    }

    /** After Camel's routes and before nothing: first to stop, last to start. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }

    private Scheduler scheduler(List<Task<?>> tasks) {
        var builder = Scheduler.create(database, tasks)
                .threads(settings.threads())
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(settings.shutdown())
                .schedulerName(new SchedulerName.Fixed(node));
        return alone ? builder.build() : builder.pollUsingLockAndFetch(0.5, 1.0).build();
    }

    private Task<Void> task(DurableTable table) {
        return Tasks.custom(table.task(), Void.class)
                .onFailure((complete, ops) ->
                        ops.reschedule(complete, clock.instant().plus(AFTER_TROUBLE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> after(walker.walk(table, instance.getId()), table, instance.getId()));
    }

    private CompletionHandler<Void> after(Walked walked, DurableTable table, String id) {
        return (complete, ops) -> {
            if (walked instanceof Walked.Postponed postponed) {
                ops.reschedule(complete, clock.instant().plus(postponed.after()));
            } else {
                ops.stop();
            }
            lookAgain(walked, table, id);
        };
    }

    /**
     * A wake that came while the task ran has only waited for the task's end ({@link Work#wakeAt}): so the row is looked at once more,
     * after the task is gone, and whatever it waits for gets a new task.
     */
    private void lookAgain(Walked walked, DurableTable table, String id) {
        Optional<DurableTable.Page> next = table.next(id);
        if (next.isEmpty()) {
            table.notBefore(id).ifPresent(at -> work.wakeAt(table.task(), id, at));
        } else if (!next.equals(walked.stuckAt())) {
            work.wakeAt(table.task(), id, clock.instant().plus(settings.poll()));
        }
    }

    private void sweep(DurableTable table) {
        try {
            work.sweep(table.task(), table.unfinished());
            silent.remove(table.task());
        } catch (DataAccessException | IllegalStateException e) {
            if (silent.add(table.task())) {
                LOG.warn(
                        "the sweep of {} failed and goes on trying: {}",
                        table.task(),
                        e.getClass().getName());
            }
        }
    }

    /**
     * How a page is called.
     *
     * @param call calls the route (first) with the row's id (second) and throws what the page threw
     * @param endProcess ends the process after an error of the virtual machine
     */
    public record Pages(java.util.function.BiConsumer<String, String> call, Runnable endProcess) {}
}
