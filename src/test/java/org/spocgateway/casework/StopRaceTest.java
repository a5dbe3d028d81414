package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.JO;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.springframework.transaction.support.TransactionTemplate;

/** A stop against a sending that is about to cross the point of no return: both take the gate's lock, so one is first (policy 4.2, R4). */
class StopRaceTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_stop_waits_until_the_crossing_that_holds_the_gate_has_committed(CaseworkWorld world) throws Exception {
        CaseId id = world.openCase();
        var locked = new CountDownLatch(1);
        var release = new CountDownLatch(1);

        CompletableFuture<Gate> crossing = CompletableFuture.supplyAsync(() -> crossing(world, id, locked, release));
        assertThat(locked.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<GateMove> stop = CompletableFuture.supplyAsync(() -> stop(world, id));
        Thread.sleep(150);
        boolean stoppedMeanwhile = stop.isDone();
        release.countDown();

        assertThat(stoppedMeanwhile).isFalse();
        assertThat(crossing.get(5, TimeUnit.SECONDS)).isEqualTo(Gate.OPEN);
        assertThat(stop.get(5, TimeUnit.SECONDS)).isEqualTo(new Moved(Gate.OPEN, Gate.STOPPED));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_crossing_that_comes_after_a_stop_sees_it(CaseworkWorld world) throws Exception {
        CaseId id = world.openCase();
        var stopped = new CountDownLatch(1);
        var release = new CountDownLatch(1);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(
                () -> world.the(TransactionTemplate.class).executeWithoutResult(status -> {
                    stop(world, id);
                    stopped.countDown();
                    await(release);
                }));
        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Gate> crossing =
                CompletableFuture.supplyAsync(() -> crossing(world, id, new CountDownLatch(1), new CountDownLatch(0)));
        Thread.sleep(150);
        boolean crossedMeanwhile = crossing.isDone();
        release.countDown();
        stop.get(5, TimeUnit.SECONDS);

        assertThat(crossedMeanwhile).isFalse();
        assertThat(crossing.get(5, TimeUnit.SECONDS)).isEqualTo(Gate.STOPPED);
    }

    private static Gate crossing(CaseworkWorld world, CaseId id, CountDownLatch locked, CountDownLatch release) {
        return Objects.requireNonNull(world.the(TransactionTemplate.class).execute(status -> {
            Gate gate = world.the(Gates.class).lock(id);
            locked.countDown();
            await(release);
            return gate;
        }));
    }

    private static GateMove stop(CaseworkWorld world, CaseId id) {
        return world.the(Gates.class).stop(id, new PhoneCall("Imran Whitlock", "DS", world.clock.instant(), ""), JO);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
