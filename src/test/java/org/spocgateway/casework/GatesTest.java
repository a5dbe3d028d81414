package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spocgateway.casework.CaseworkWorld.FORCE_NUMBER;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.MARTA;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;

class GatesTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_referral_proposes_and_an_officer_who_ticked_received_securely_opens(CaseworkWorld world) {
        Inbound referral = world.referral("PCM/2026/004213");
        CaseId id = referral.caseId().orElseThrow();
        Gates gates = world.the(Gates.class);

        GateMove unticked = gates.confirm(id, new Confirmation(referral.id(), false), JO);
        Gate still = gates.gate(id);
        GateMove ticked = gates.confirm(id, new Confirmation(referral.id(), true), JO);

        assertThat(unticked)
                .isInstanceOfSatisfying(
                        NotMoved.class, not -> assertThat(not.rule()).isEqualTo("R23"));
        assertThat(still).isEqualTo(Gate.PROPOSED);
        assertThat(ticked).isEqualTo(new Moved(Gate.PROPOSED, Gate.OPEN));
        assertThat(world.file(id).receivedSecurely()).isTrue();
        assertThat(world.timeline(id)).startsWith("gate-opened", "gate-proposed", "police-referral", "case-opened");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void another_message_than_the_proposing_one_confirms_nothing(CaseworkWorld world) {
        CaseId id = world.referral("PCM/2026/100001").caseId().orElseThrow();
        Inbound other = world.referral("PCM/2026/100002");

        GateMove move = world.the(Gates.class).confirm(id, new Confirmation(other.id(), true), JO);

        assertThat(move).isInstanceOf(NotMoved.class);
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.PROPOSED);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_spoken_go_ahead_needs_the_directorys_number_and_closes_again_when_no_mail_follows(CaseworkWorld world) {
        CaseId id = worry(world);
        Gates gates = world.the(Gates.class);

        GateMove otherNumber = gates.spoken(id, said(world, "020 7946 0999", false), JO);
        GateMove opened = gates.spoken(id, said(world, "+44 20 7946 0142", false), JO);
        world.clock.advance(Duration.ofHours(23));
        int early = gates.lapse();
        world.clock.advance(Duration.ofHours(2));
        int late = gates.lapse();

        assertThat(otherNumber).isInstanceOf(NotMoved.class);
        assertThat(opened).isEqualTo(new Moved(Gate.CLOSED, Gate.OPEN));
        assertThat(early).isZero();
        assertThat(late).isEqualTo(1);
        assertThat(gates.gate(id)).isEqualTo(Gate.CLOSED);
        assertThat(world.alarms(id)).contains("go-ahead-lapsed");
        assertThat(world.timeline(id)).startsWith("go-ahead-lapsed", "gate-opened-spoken", "restriction");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void police_mail_within_one_working_day_keeps_a_spoken_go_ahead(CaseworkWorld world) {
        CaseId id = worry(world);
        world.the(Gates.class).spoken(id, said(world, FORCE_NUMBER, false), JO);

        world.arrives(
                CaseworkWorld.mailFrom("imran.whitlock@northmere.police.uk", "You may begin."),
                Mails.of(MessageKind.POLICE_GO_AHEAD)
                        .effect(GateEffect.OPEN_PROPOSED)
                        .cases(world.file(id).reference()));
        world.clock.advance(Duration.ofDays(4));

        assertThat(world.the(Gates.class).lapse()).isZero();
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.OPEN);
        assertThat(world.timeline(id)).startsWith("spoken-go-ahead-followed");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void the_second_person_for_a_spoken_go_ahead_is_somebody_else(CaseworkWorld world) {
        CaseId id = worry(world);
        Gates gates = world.the(Gates.class);

        GateMove noted = gates.spoken(id, said(world, FORCE_NUMBER, true), JO);
        GateMove self = gates.confirmSpoken(id, JO);
        GateMove second = gates.confirmSpoken(id, MARTA);
        world.clock.advance(Duration.ofDays(9));

        assertThat(noted).isEqualTo(new Moved(Gate.CLOSED, Gate.PROPOSED));
        assertThat(self).isInstanceOf(NotMoved.class);
        assertThat(second).isEqualTo(new Moved(Gate.PROPOSED, Gate.OPEN));
        assertThat(gates.lapse()).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void stop_is_obeyed_from_every_state_and_only_an_officer_leads_out_of_it(CaseworkWorld world) {
        CaseId id = world.openCase();
        Gates gates = world.the(Gates.class);

        GateMove stopped = gates.stop(id, call(world, "any number at all"), JO);
        GateMove again = gates.stop(id, call(world, FORCE_NUMBER), JO);
        GateMove alone = gates.spoken(id, said(world, FORCE_NUMBER, false), JO);
        GateMove withSecond = gates.spoken(id, said(world, FORCE_NUMBER, true), JO);

        assertThat(stopped).isEqualTo(new Moved(Gate.OPEN, Gate.STOPPED));
        assertThat(again).isEqualTo(new Moved(Gate.STOPPED, Gate.STOPPED));
        assertThat(world.events(GateStopped.class).stream().filter(new GateStopped(id)::equals))
                .hasSize(1);
        assertThat(alone).isInstanceOf(NotMoved.class);
        assertThat(withSecond).isEqualTo(new Moved(Gate.STOPPED, Gate.PROPOSED));
        assertThat(world.alarms(id)).contains("police-stop");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void an_officer_cannot_propose_a_message_that_arrived_insecurely(CaseworkWorld world) {
        Inbound referral = world.arrives(
                CaseworkWorld.mailFrom("prevent.referrals@northmere.police.uk", "Referral"),
                Mails.of(MessageKind.POLICE_REFERRAL).grade(ArrivalGrade.D));
        CaseId id = referral.caseId().orElseThrow();

        GateMove move = world.the(Gates.class).propose(id, referral.id(), JO);

        assertThat(move).isInstanceOfSatisfying(NotMoved.class, not -> {
            assertThat(not.rule()).isEqualTo("R23");
            assertThat(not.sentence()).contains(FORCE_NUMBER);
        });
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_gate_is_locked_inside_a_transaction_only(CaseworkWorld world) {
        CaseId id = worry(world);

        assertThatThrownBy(() -> world.the(Gates.class).lock(id)).isInstanceOf(IllegalStateException.class);
        assertThat(world.database
                        .tx()
                        .<Gate>execute(status -> world.the(Gates.class).lock(id)))
                .isEqualTo(Gate.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_call_note_clears_the_alarm_of_an_urgent_referral(CaseworkWorld world) {
        CaseId id = world.arrives(
                        CaseworkWorld.mailFrom("prevent.referrals@northmere.police.uk", "Urgent"),
                        Mails.referral("PCM/2026/004214").urgent())
                .caseId()
                .orElseThrow();
        boolean missing = world.file(id).summary().callMissing();
        world.clock.advance(Duration.ofMinutes(3));
        CallNotes notes = world.the(CallNotes.class);

        CallNotes.Noted other = notes.note(id, call(world, "07700 900123"), JO);
        CallNotes.Noted right = notes.note(id, call(world, FORCE_NUMBER), JO);

        assertThat(missing).isTrue();
        assertThat(other).isEqualTo(CallNotes.Noted.NOT_THE_DIRECTORYS_NUMBER);
        assertThat(right).isEqualTo(CallNotes.Noted.NOTED);
        assertThat(world.file(id).summary().callMissing()).isFalse();
        assertThat(world.alarms(id)).doesNotContain("call-missing");
        assertThat(notes.of(id)).hasSize(1);
    }

    private static CaseId worry(CaseworkWorld world) {
        return world.arrives(
                        CaseworkWorld.mailFrom("a.worker@brackenford.gov.uk", "I am worried about a resident."),
                        Mails.of(MessageKind.STAFF_REFERRAL))
                .caseId()
                .orElseThrow();
    }

    private static SpokenGoAhead said(CaseworkWorld world, String number, boolean secondPersonFirst) {
        return new SpokenGoAhead(call(world, number), "Do not ask the school yet.", secondPersonFirst);
    }

    private static PhoneCall call(CaseworkWorld world, String number) {
        return new PhoneCall("Ros Adeyemi-Hale", "PC 4417", world.clock.instant(), number);
    }
}
