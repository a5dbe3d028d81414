package org.spocgateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.casework.AnswerView;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.Gates;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.portal.Packages;
import org.spocgateway.portal.PartnerAtHome;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferId;

/** Every step locks its rows before the log's head (architecture, semantics), so steps that meet wait for each other and both end. */
class LockOrderTest {
    private static final int ROUNDS = 8;

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void stop_and_portal_answers_at_the_same_time_never_wait_for_each_other_in_a_circle(Office office)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            stopMeetsAnswers(office, round);
        }
    }

    private static void stopMeetsAnswers(Office office, int round) throws Exception {
        CaseId id = office.worry();
        List<TransferId> asked = readPackages(office, id);
        var answering = new CountDownLatch(round % 2 + 1);
        var partner = office.the(PartnerAtHome.class);
        partner.whileAnswering = () -> {
            answering.countDown();
            pause(20 * round);
        };

        List<TransferId> late = asked.subList(1 - round % 2, asked.size());
        List<CompletableFuture<Boolean>> answers = late.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> partner.answers(each)))
                .toList();
        var stop = CompletableFuture.runAsync(() -> {
            await(answering);
            office.stop(id);
        });

        stop.get(20, TimeUnit.SECONDS);
        List<TransferId> answered = new ArrayList<>();
        for (int i = 0; i < late.size(); i++) {
            if (answers.get(i).get(20, TimeUnit.SECONDS)) {
                answered.add(late.get(i));
            }
        }
        tellsTheTruth(office, id, asked, answered);
    }

    private static List<TransferId> readPackages(Office office, CaseId id) {
        office.goAhead(id);
        List<TransferId> asked = office.ask(id, "tidewell-homes", "harbourlight", "oakmere-academy");
        asked.forEach(office::run);
        asked.forEach(office.the(PartnerAtHome.class)::reads);
        return asked;
    }

    private static void tellsTheTruth(Office office, CaseId id, List<TransferId> asked, List<TransferId> answered) {
        assertThat(office.the(Gates.class).gate(id)).isEqualTo(Gate.STOPPED);
        assertThat(office.the(Answers.class).of(id))
                .extracting(AnswerView::transfer)
                .containsExactlyInAnyOrderElementsOf(answered);
        for (TransferId each : asked) {
            boolean sent = answered.contains(each);
            assertThat(office.the(Packages.class).status(each).orElseThrow().state())
                    .isEqualTo(sent ? State.ANSWERED : State.REVOKED);
            assertThat(office.leaves())
                    .filteredOn(leaf -> leaf.contains(each.value()))
                    .filteredOn(leaf -> leaf.contains("portal.answered") || leaf.contains("portal.revoked"))
                    .singleElement()
                    .asString()
                    .contains(sent ? "portal.answered" : "portal.revoked");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
