package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spocgateway.casework.CaseworkWorld.FORCE_NUMBER;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.MARTA;
import static org.spocgateway.casework.CaseworkWorld.mailFrom;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;

class CaseProgressTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_case_goes_from_referral_to_panel_and_is_adopted(CaseworkWorld world) {
        Inbound referral = world.referral("PCM/2026/" + System.nanoTime());
        CaseId id = referral.caseId().orElseThrow();
        CaseProgress progress = world.the(CaseProgress.class);

        assertThat(state(world, id)).isEqualTo(CaseState.AWAITING_POLICE);
        world.the(Gates.class).confirm(id, new Confirmation(referral.id(), true), JO);
        assertThat(state(world, id)).isEqualTo(CaseState.GATHERING_OPEN);
        assertThat(world.file(id).standing().threshold()).isEqualTo(Threshold.MET);
        Approved asked = world.ask(id, "larkhill-nhs-trust");
        assertThat(state(world, id)).isEqualTo(CaseState.REQUESTS_OUT);
        world.the(Requests.class).undo(asked.request(), JO);
        assertThat(state(world, id)).isEqualTo(CaseState.GATHERING_OPEN);
        world.ask(id, "larkhill-nhs-trust");
        progress.step(id, CaseEvent.READY, JO);
        progress.panelMet(id, LocalDate.of(2026, 11, 24), JO);
        CaseMove adopted = progress.step(id, CaseEvent.ADOPT, JO);

        assertThat(adopted).isEqualTo(new CaseMoved(CaseState.PANEL_HELD, CaseState.ADOPTED));
        assertThat(world.file(id).standing().panelOn()).contains(LocalDate.of(2026, 11, 24));
        assertThat(world.timeline(id)).startsWith("case-adopted", "case-panel-held", "case-ready-for-panel");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void closing_needs_a_police_message_or_a_call_on_the_directorys_number_and_says_every_reason(CaseworkWorld world) {
        CaseId id = worry(world);
        CaseProgress progress = world.the(CaseProgress.class);
        Inbound elsewhere = world.referral("PCM/2026/" + System.nanoTime());

        CaseMove early = progress.close(id, ClosingEvidence.NONE, JO);
        world.the(Referrals.class).forwardToPolice(id, JO);
        CaseMove unknown = progress.close(id, ClosingEvidence.of(elsewhere.id()), JO);
        progress.threshold(id, Threshold.NOT_MET, JO);
        CaseMove otherNumber = progress.close(id, ClosingEvidence.of(call(world, "020 7946 0999")), JO);
        CaseMove closed = progress.close(id, ClosingEvidence.of(call(world, FORCE_NUMBER)), JO);

        assertThat(codes(early)).containsExactly("not-forwarded");
        assertThat(codes(unknown)).containsExactly("threshold-unknown", "closing-evidence");
        assertThat(codes(otherNumber)).containsExactly("closing-evidence");
        assertThat(closed).isEqualTo(new CaseMoved(CaseState.AWAITING_POLICE, CaseState.CLOSED));
        assertThat(world.timeline(id)).startsWith("closing-call", "case-closed");
        assertThat(world.the(CallNotes.class).of(id)).hasSize(1);
        assertThat(codes(progress.step(id, CaseEvent.READY, JO))).containsExactly("threshold-not-met");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void an_open_case_that_closes_freezes_what_has_not_left(CaseworkWorld world) {
        CaseId id = world.openCase();
        Inbound said = world.arrives(
                mailFrom("imran.whitlock@northmere.police.uk", "For information"),
                Mails.of(MessageKind.POLICE_REFERRAL).cases(world.file(id).reference()));

        CaseMove closed = world.the(CaseProgress.class).close(id, ClosingEvidence.of(said.id()), JO);

        assertThat(closed).isEqualTo(new CaseMoved(CaseState.GATHERING_OPEN, CaseState.CLOSED));
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.CLOSED);
        assertThat(world.events(GateStopped.class)).contains(new GateStopped(id));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#fresh")
    void a_closed_case_is_reviewed_after_six_and_twelve_months_and_then_due_to_be_purged(CaseworkWorld world) {
        CaseId id = world.openCase();
        world.the(CaseProgress.class).close(id, ClosingEvidence.of(call(world, FORCE_NUMBER)), JO);
        CaseReviews reviews = world.the(CaseReviews.class);
        LocalDate sixMonthsOn =
                LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC).plusMonths(6);

        assertThat(codes(reviews.reviewed(id, JO))).containsExactly("no-review-due");
        world.clock.advance(Duration.ofDays(182));
        reviews.timePasses();
        assertThat(state(world, id)).isEqualTo(CaseState.REVIEW_6M);
        assertThat(reviews.due()).contains(new Review(id, world.file(id).reference(), 6, sixMonthsOn, "jo-pendry"));
        assertThat(reviews.reviewed(id, MARTA)).isEqualTo(new CaseMoved(CaseState.REVIEW_6M, CaseState.REVIEW_6M));
        assertThat(reviews.due()).noneMatch(each -> each.caseId().equals(id));
        world.clock.advance(Duration.ofDays(184));
        reviews.timePasses();
        assertThat(state(world, id)).isEqualTo(CaseState.REVIEW_12M);
        assertThat(reviews.reviewed(id, JO)).isEqualTo(new CaseMoved(CaseState.REVIEW_12M, CaseState.PURGE_DUE));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_case_that_has_ended_opens_no_gate(CaseworkWorld world) {
        CaseId kept = worry(world);
        CaseId id = world.openCase();
        CaseProgress progress = world.the(CaseProgress.class);

        CaseMove self = progress.duplicate(id, world.file(id).reference(), JO);
        CaseMove duplicate = progress.duplicate(id, world.file(kept).reference(), JO);
        GateMove spoken =
                world.the(Gates.class).spoken(id, new SpokenGoAhead(call(world, FORCE_NUMBER), "", false), JO);

        assertThat(codes(self)).containsExactly("no-other-case");
        assertThat(duplicate).isEqualTo(new CaseMoved(CaseState.GATHERING_OPEN, CaseState.DUPLICATE_OF));
        assertThat(world.file(id).standing().duplicateOf()).contains(kept);
        assertThat(spoken)
                .isInstanceOfSatisfying(
                        NotMoved.class, not -> assertThat(not.code()).isEqualTo("case-ended"));
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.CLOSED);
        progress.step(id, CaseEvent.NOT_DUPLICATE, JO);
        assertThat(state(world, id)).isEqualTo(CaseState.AWAITING_POLICE);
        assertThat(world.file(id).standing().duplicateOf()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void consent_to_support_moves_neither_the_case_nor_the_gate(CaseworkWorld world) {
        CaseId id = world.openCase();
        CaseProgress progress = world.the(CaseProgress.class);

        for (SupportConsent consent : SupportConsent.values()) {
            CaseState before = state(world, id);
            assertThat(progress.consent(id, consent, JO)).isEqualTo(new CaseMoved(before, before));
            assertThat(world.file(id).standing().consent()).isEqualTo(consent);
            assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.OPEN);
            assertThat(world.the(Requests.class)
                            .approve(world.draft(id, "larkhill-nhs-trust"), JO, "k" + System.nanoTime()))
                    .isInstanceOf(Approved.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_stop_and_a_return_to_police_are_seen_in_the_case_and_a_legal_hold_is_written_down(CaseworkWorld world) {
        CaseId stopped = world.openCase();
        CaseId returned = world.openCase();
        CaseProgress progress = world.the(CaseProgress.class);

        world.the(Gates.class).stop(stopped, call(world, FORCE_NUMBER), JO);
        progress.step(returned, CaseEvent.READY, JO);
        progress.panelMet(returned, LocalDate.of(2026, 11, 24), JO);
        progress.step(returned, CaseEvent.RETURN_TO_POLICE, JO);
        progress.legalHold(returned, true, "a claim was announced", MARTA);

        assertThat(state(world, stopped)).isEqualTo(CaseState.STOPPED);
        assertThat(state(world, returned)).isEqualTo(CaseState.RETURNED_TO_POLICE);
        assertThat(world.the(Gates.class).gate(returned)).isEqualTo(Gate.CLOSED);
        assertThat(world.file(returned).standing().legalHold()).isTrue();
        progress.legalHold(returned, false, "", MARTA);
        assertThat(world.file(returned).standing().legalHold()).isFalse();
        assertThatThrownBy(() -> progress.step(returned, CaseEvent.PURGE, JO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(codes(progress.step(returned, CaseEvent.ADOPT, JO))).containsExactly("not-from-here");
    }

    private static CaseState state(CaseworkWorld world, CaseId id) {
        return world.file(id).summary().state();
    }

    private static List<String> codes(CaseMove move) {
        assertThat(move).isInstanceOf(CaseNotMoved.class);
        return ((CaseNotMoved) move).reasons().stream().map(CaseReason::code).toList();
    }

    private static PhoneCall call(CaseworkWorld world, String number) {
        return new PhoneCall("Ros Adeyemi-Hale", "PC 4417", world.clock.instant(), number);
    }

    /** A worry of a member of staff: a new case, not with police yet. */
    private static CaseId worry(CaseworkWorld world) {
        return world.arrives(
                        mailFrom("jo.pendry@brackenford.gov.uk", "I am worried."), Mails.of(MessageKind.STAFF_REFERRAL))
                .caseId()
                .orElseThrow();
    }
}
