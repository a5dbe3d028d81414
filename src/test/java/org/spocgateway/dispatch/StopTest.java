package org.spocgateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.casework.Gates;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/** STOP against a send in flight: either STOP is first and no dot is written, or the transfer is on the list of what is out. */
class StopTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void stop_is_first_and_no_dot_is_written(Office office) throws Exception {
        CaseId id = office.worry();
        office.goAhead(id);
        TransferId transfer = office.ask(id, "larkhill-nhs-trust").get(0);
        office.pages.get("enforce-channel-rules").accept(transfer.value());

        var sender = new CompletableFuture<Void>();
        office.database.tx().executeWithoutResult(status -> {
            office.the(Gates.class).lock(id);
            CompletableFuture.runAsync(() -> office.run(transfer))
                    .whenComplete((done, failed) -> sender.complete(null));
            until(() -> office.view(transfer).state() == TransferState.ATTEMPTING);
            assertThat(sender).as("the courier waits for the gate's lock").isNotDone();
            office.stop(id);
        });
        sender.get(10, TimeUnit.SECONDS);

        assertThat(office.view(transfer).state()).isEqualTo(TransferState.FROZEN);
        assertThat(office.the(Transfers.class).alreadyOut(id)).isEmpty();
        assertThat(office.sent("public-relay")).isEmpty();
        assertThat(office.leaves()).anyMatch(leaf -> leaf.contains("out.frozen"));
        assertThat(office.leaves()).noneMatch(leaf -> leaf.contains("out.eod-intent"));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void the_crossing_is_first_and_the_transfer_is_on_the_list(Office office) throws Exception {
        var taken = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var relay = TlsRelay.open(Office.PKI.tls(), mail -> {
            taken.countDown();
            await(answer);
        })) {
            office.redirect("public-relay", relay.port());
            CaseId id = office.worry();
            office.goAhead(id);
            TransferId transfer = office.ask(id, "larkhill-nhs-trust").get(0);
            var sender = CompletableFuture.runAsync(() -> office.run(transfer));
            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();

            office.stop(id);
            assertThat(office.the(Transfers.class).alreadyOut(id))
                    .extracting(TransferView::id)
                    .containsExactly(transfer);
            answer.countDown();
            sender.get(10, TimeUnit.SECONDS);

            assertThat(office.view(transfer).state()).isEqualTo(TransferState.SENT);
            assertThat(relay.seen()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void whoever_wins_the_race_the_list_tells_the_truth(Office office) throws Exception {
        for (int round = 0; round < 8; round++) {
            CaseId id = office.worry();
            office.goAhead(id);
            TransferId transfer = office.ask(id, "childrens-social-care").get(0);
            int before = office.sent("council-relay").size();
            var sender = CompletableFuture.runAsync(() -> office.run(transfer));
            Thread.sleep(round * 12L);
            office.stop(id);
            boolean listed = !office.the(Transfers.class).alreadyOut(id).isEmpty();
            sender.get(10, TimeUnit.SECONDS);

            assertThat(office.sent("council-relay").size() - before).isEqualTo(listed ? 1 : 0);
            assertThat(office.view(transfer).state()).isEqualTo(listed ? TransferState.SENT : TransferState.FROZEN);
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void stop_freezes_what_waits_and_revokes_packages_and_lets_a_referral_go_on_to_police(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        TransferId live = office.ask(id, "tidewell-homes").get(0);
        office.run(live);
        TransferId waits = office.ask(id, "childrens-social-care").get(0);
        TransferId onward = office.forward(id).get(0);

        office.stop(id);

        assertThat(office.run(waits).state()).isEqualTo(TransferState.FROZEN);
        assertThat(office.the(Packages.class).status(live).orElseThrow().state())
                .isEqualTo(PackageStatus.State.REVOKED);
        assertThat(office.the(Transfers.class).alreadyOut(id))
                .extracting(TransferView::id)
                .contains(live)
                .doesNotContain(waits, onward);
        assertThat(office.run(onward).state()).isEqualTo(TransferState.SENT);
    }

    private static void until(java.util.function.BooleanSupplier isSo) {
        for (int i = 0; i < 500 && !isSo.getAsBoolean(); i++) {
            pause(10);
        }
        pause(300);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
