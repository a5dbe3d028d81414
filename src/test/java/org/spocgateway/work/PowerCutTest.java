package org.spocgateway.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

class PowerCutTest {
    @TempDir
    Path folder;

    @RepeatedTest(3)
    void after_a_power_cut_nothing_acknowledged_is_lost() throws Exception {
        Set<Integer> lost = lostAfterPowerCut(true);

        assertThat(lost).isEmpty();
    }

    /** Proves that the disk forgets and that this test would notice: WRITE_DELAY=0 alone does not survive the machine. */
    @Test
    void without_the_barrier_the_same_power_cut_is_seen_to_lose() throws Exception {
        Set<Integer> lost = lostAfterPowerCut(false);

        assertThat(lost).isNotEmpty();
    }

    private Set<Integer> lostAfterPowerCut(boolean withBarrier) throws Exception {
        ForgetfulDisk.plugIn();
        Database database = Databases.h2("cut:" + folder.resolve("spoc"));
        Database side = Databases.again(database);
        var barrier = new H2Barrier(side.dataSource());
        database.db()
                .sql("create table step (id integer primary key, words varchar(300))")
                .update();
        barrier.take();

        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        acknowledgeUntilTheLightsGoOut(database, withBarrier ? barrier : () -> {}, acknowledged);

        Set<Integer> found = foundOnTheDisk();
        assertThat(acknowledged).hasSizeGreaterThan(50);
        return acknowledged.stream().filter(id -> !found.contains(id)).collect(java.util.stream.Collectors.toSet());
    }

    private static void acknowledgeUntilTheLightsGoOut(Database database, Barrier barrier, Set<Integer> acknowledged)
            throws Exception {
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            threads.submit(() -> {
                while (true) {
                    int id = next.incrementAndGet();
                    database.tx()
                            .executeWithoutResult(status -> database.db()
                                    .sql("insert into step values (?, ?)")
                                    .params(id, "x".repeat(300))
                                    .update());
                    barrier.take();
                    acknowledged.add(id);
                }
            });
        }
        while (acknowledged.size() < 100) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        cut();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        try {
            database.db().sql("shutdown immediately").update();
        } catch (DataAccessException | TransactionException | AssertionError e) { // H2 asserts, too
            // the database is down with the disk
        }
    }

    private static void cut() throws IOException {
        ForgetfulDisk.powerCut();
    }

    private Set<Integer> foundOnTheDisk() {
        Database after = Databases.h2(folder);
        try {
            return Set.copyOf(
                    after.db().sql("select id from step").query(Integer.class).list());
        } finally {
            after.close();
        }
    }
}
