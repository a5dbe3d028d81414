package org.spocgateway.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;

class WorkersTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(150);

    private final List<Workers> started = new ArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void stop() {
        started.forEach(Workers::stop);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_row_runs_through_all_its_pages_as_soon_as_its_transaction_commits(Database database) {
        var letters = Letters.on(database);
        Work work = start(letters, letters::page, NEVER, Duration.ofSeconds(10));
        long from = System.nanoTime();

        database.tx().executeWithoutResult(status -> {
            letters.write("a");
            work.wake("letter", "a");
        });

        until(() -> letters.state("a").equals("filed") && letters.tasks() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - from))
                .as("woken, not polled")
                .isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_transaction_that_is_rolled_back_leaves_no_task(Database database) {
        var letters = Letters.on(database);
        var work = new Work(database.db(), Clock.systemUTC());

        database.tx().executeWithoutResult(status -> {
            work.wake("letter", "a");
            status.setRollbackOnly();
        });

        assertThat(letters.tasks()).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void waking_twice_in_one_transaction_leaves_one_task_at_the_earlier_time_and_a_usable_transaction(
            Database database) {
        var letters = Letters.on(database);
        var work = new Work(database.db(), Clock.systemUTC());
        Instant later = Instant.parse("2026-11-24T12:00:00Z");

        database.tx().executeWithoutResult(status -> {
            work.wakeAt("letter", "a", later.plusSeconds(60));
            work.wakeAt("letter", "a", later);
            work.wakeAt("letter", "a", later.plusSeconds(90));
            letters.write("a");
        });

        assertThat(letters.tasks()).isEqualTo(1);
        assertThat(database.db()
                        .sql("select execution_time from scheduled_tasks")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(later);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_lost_wake_is_found_by_the_sweep(Database database) {
        var letters = Letters.on(database);
        letters.write("before-the-start");
        start(letters, letters::page, SOON, SOON);
        until(() -> letters.state("before-the-start").equals("filed"));

        letters.write("while-running");

        until(() -> letters.state("while-running").equals("filed"));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_row_that_its_page_puts_off_wakes_at_its_time_without_any_sweep(Database database) {
        var letters = Letters.on(database);
        var until = new AtomicReference<Instant>();
        var early = new AtomicInteger();
        BiConsumer<String, String> pages = (route, id) -> {
            if (until.get() == null) {
                until.set(Instant.now().plusMillis(1500));
                letters.putOff(id, until.get());
            } else {
                early.addAndGet(Instant.now().isBefore(until.get()) ? 1 : 0);
                letters.page(route, id);
            }
        };
        Work work = start(letters, pages, NEVER, SOON);

        database.tx().executeWithoutResult(status -> {
            letters.write("a");
            work.wake("letter", "a");
        });

        until(() -> until.get() != null && Instant.now().isAfter(until.get()));
        until(() -> letters.state("a").equals("filed"), Duration.ofSeconds(4));
        assertThat(early).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_wake_that_meets_the_end_of_its_task_is_not_lost_and_needs_no_sweep(Database database) throws Exception {
        var letters = Letters.on(database);
        var filed = new CountDownLatch(1);
        BiConsumer<String, String> pages = (route, id) -> {
            letters.page(route, id);
            if (route.equals("file") && filed.getCount() == 1) {
                filed.countDown();
                pause(100);
            }
        };
        Work work = start(letters, pages, NEVER, SOON);
        database.tx().executeWithoutResult(status -> {
            letters.write("a");
            work.wake("letter", "a");
        });
        assertThat(filed.await(10, TimeUnit.SECONDS)).isTrue();

        database.tx().executeWithoutResult(status -> {
            letters.settle("a", "filed", "written");
            work.wake("letter", "a");
            pause(400); // the task comes to its end meanwhile, and cannot see what is not committed
        });

        until(() -> letters.steps() == 5 && letters.state("a").equals("filed"), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_task_that_a_dead_process_held_goes_on_from_the_committed_state(Database database) {
        var letters = Letters.on(database);
        letters.write("a");
        letters.beginAttempt("a");
        letters.settle("a", "written", "opened");
        letters.beginAttempt("a");
        database.db()
                .sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, "
                        + "last_heartbeat, version) values ('letter', 'a', ?, true, 'dead', ?, 2)")
                .params(longAgo(), longAgo())
                .update();

        start(letters, letters::page, NEVER, SOON);

        until(() -> letters.state("a").equals("filed"));
        assertThat(letters.steps()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void the_third_attempt_is_not_made(Database database) {
        var letters = Letters.on(database);
        var calls = new AtomicInteger();
        letters.write("deadly");

        start(letters, (route, id) -> calls.incrementAndGet(), SOON, SOON);

        until(() -> letters.state("deadly").equals("aside"));
        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void when_the_world_is_away_the_row_waits_and_no_attempt_is_counted(Database database) {
        var letters = Letters.on(database);
        var calls = new AtomicInteger();
        BiConsumer<String, String> pages = (route, id) -> {
            if (calls.incrementAndGet() <= 3) {
                throw new IllegalStateException(new WorldAway("the relay is away", Duration.ofMillis(50), null));
            }
            letters.page(route, id);
        };
        letters.write("a");

        start(letters, pages, SOON, SOON);

        until(() -> letters.state("a").equals("filed"));
        assertThat(calls).hasValue(5);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void one_row_that_fails_is_set_aside_and_the_others_go_on(Database database) {
        var letters = Letters.on(database);
        BiConsumer<String, String> pages = (route, id) -> {
            if (id.equals("bad")) {
                throw new NoClassDefFoundError("something a parser needs");
            }
            if (id.equals("deep")) {
                endless(1);
            }
            letters.page(route, id);
        };
        List.of("bad", "deep", "good").forEach(letters::write);

        start(letters, pages, SOON, SOON);

        until(() -> letters.state("good").equals("filed") && letters.count("aside") == 2);
        assertThat(ended).hasValue(0);
    }

    @Test
    void out_of_memory_ends_the_process() {
        var letters = Letters.on(Databases.h2());
        letters.write("a");

        start(
                letters,
                (route, id) -> {
                    throw new IllegalStateException(new OutOfMemoryError("planted"));
                },
                SOON,
                SOON);

        until(() -> ended.get() == 1);
    }

    @Test
    void two_nodes_on_one_postgresql_never_settle_twice() {
        var database = Databases.postgres();
        assumeTrue(database.isPostgres(), database.name());
        var letters = Letters.on(database);
        IntStream.range(0, 300).forEach(i -> letters.write("l" + i));
        var other = new Letters(Databases.again(database));

        start(letters, letters::page, SOON, SOON);
        start(other, other::page, SOON, SOON);

        until(() -> letters.count("filed") == 300);
        assertThat(letters.steps()).isEqualTo(600);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void stopping_waits_for_the_page_that_runs(Database database) throws InterruptedException {
        var letters = Letters.on(database);
        var running = new CountDownLatch(1);
        BiConsumer<String, String> slow = (route, id) -> {
            running.countDown();
            pause(300);
            letters.page(route, id);
        };
        letters.write("a");
        start(letters, slow, SOON, SOON);
        assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();

        started.get(0).stop();

        assertThat(letters.state("a")).isEqualTo("filed");
    }

    private Work start(Letters letters, BiConsumer<String, String> pages, Duration sweep, Duration poll) {
        var work = new Work(letters.database.db(), Clock.systemUTC());
        var settings = new WorkSettings(true, 4, poll, Duration.ofSeconds(1), sweep, Duration.ofSeconds(5));
        var workers = new Workers(
                letters.database.dataSource(),
                !letters.database.isPostgres(),
                work,
                () -> List.of(letters),
                new Workers.Pages(pages, ended::incrementAndGet),
                Clock.systemUTC(),
                settings,
                "node-" + started.size());
        started.add(workers);
        workers.start();
        return work;
    }

    private static OffsetDateTime longAgo() {
        return Instant.parse("2026-01-01T00:00:00Z").atOffset(ZoneOffset.UTC);
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static void until(BooleanSupplier so) {
        until(so, Duration.ofSeconds(20));
    }

    private static void until(BooleanSupplier so, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            pause(10);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
