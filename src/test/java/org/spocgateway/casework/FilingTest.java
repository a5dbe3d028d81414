package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.mailFrom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.PlantedMail;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.InboundId;
import org.spocgateway.work.WorldAway;

class FilingTest {
    private static final String POLICE = "prevent.referrals@northmere.police.uk";
    private static final AtomicInteger NUMBER = new AtomicInteger(2000);

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_worry_of_staff_opens_a_case_with_the_gate_closed_and_is_late_after_fifteen_working_minutes(
            CaseworkWorld world) {
        CaseId id = world.arrives(
                        mailFrom("a.worker@brackenford.gov.uk", "Worried."), Mails.of(MessageKind.STAFF_REFERRAL))
                .caseId()
                .orElseThrow();
        Referrals referrals = world.the(Referrals.class);
        world.clock.advance(Duration.ofMinutes(14));
        referrals.alarmLate();
        List<String> early = world.alarms(id);
        world.clock.advance(Duration.ofMinutes(2));
        referrals.alarmLate();
        referrals.alarmLate();
        List<String> late = world.alarms(id);
        var sent = referrals.forwardToPolice(id, JO);
        var twice = referrals.forwardToPolice(id, JO);

        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.CLOSED);
        assertThat(early).isEmpty();
        assertThat(late).containsExactly("not-forwarded");
        assertThat(sent).hasSize(1);
        assertThat(twice).isEmpty();
        assertThat(world.events(ReferralToForward.class)).contains(new ReferralToForward(id, sent.get(0)));
        assertThat(world.alarms(id)).isEmpty();
        assertThat(referrals.of(id)).singleElement().satisfies(one -> {
            assertThat(one.transfer()).contains(sent.get(0));
            assertThat(one.forwardedAt()).isPresent();
        });
        Outgoing outgoing = world.the(Requests.class).outgoing(sent.get(0)).orElseThrow();
        assertThat(outgoing.recipient().value()).isEqualTo(POLICE);
        assertThat(outgoing.forwarded()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void only_a_recognised_form_of_a_known_sender_that_police_did_not_get_goes_on_by_itself(CaseworkWorld world) {
        assertThat(goesOn(world, Mails.of(MessageKind.STAFF_REFERRAL).form(true, false)))
                .isTrue();
        assertThat(goesOn(world, Mails.of(MessageKind.STAFF_REFERRAL).form(false, false)))
                .isFalse();
        assertThat(goesOn(world, Mails.of(MessageKind.SCHOOL_REFERRAL_COPY).form(true, true)))
                .isFalse();
        assertThat(goesOn(world, Mails.of(MessageKind.PUBLIC_CONCERN))).isFalse();
    }

    private static boolean goesOn(CaseworkWorld world, Mails mails) {
        CaseId id = world.arrives(mailFrom("office@oakmere-academy.example", "Form"), mails)
                .caseId()
                .orElseThrow();
        return world.events(ReferralToForward.class).stream()
                .anyMatch(event -> event.caseId().equals(id));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_police_referral_joins_the_case_that_our_reference_or_theirs_names(CaseworkWorld world) {
        String police = reference();
        CaseId worry = world.arrives(
                        mailFrom("a.worker@brackenford.gov.uk", "Worried."), Mails.of(MessageKind.STAFF_REFERRAL))
                .caseId()
                .orElseThrow();

        Inbound ours = world.arrives(
                mailFrom(POLICE, "Name: Tariq Rahmani-Vale\r\nDate of birth: 3 May 2001"),
                Mails.referral(police)
                        .cases(world.file(worry).reference())
                        .urgent()
                        .toPerson());
        Inbound theirs = world.arrives(
                mailFrom(POLICE, "More"), Mails.of(MessageKind.POLICE_REFERRAL).police(police));

        assertThat(ours.caseId()).contains(worry);
        assertThat(theirs.caseId()).contains(worry);
        CaseFile file = world.file(worry);
        assertThat(file.gate()).isEqualTo(Gate.PROPOSED);
        assertThat(file.policeReferences()).containsExactly(police);
        assertThat(file.summary().initials()).isEqualTo("T.R.V.");
        assertThat(file.summary().callMissing()).isTrue();
        assertThat(file.summary().waitingFor()).isEqualTo(WaitingFor.CALL);
        assertThat(world.timeline(worry)).contains("sent-to-person", "gate-proposed");
        assertThat(world.the(Alarms.class).raised()).anySatisfy(alarm -> {
            assertThat(alarm.caseId()).contains(worry);
            assertThat(alarm.word()).isEqualTo("call-missing");
            assertThat(alarm.telephone()).isEqualTo(CaseworkWorld.FORCE_NUMBER);
        });
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void whatever_nobody_could_open_waits_with_an_alarm_whoever_sent_it(CaseworkWorld world) {
        var planted = world.the(PlantedMail.class);
        InboundId partner = planted.unopened(
                mailFrom("larkhill.safeguarding@nhs.net", "x"),
                "RECIPIENT",
                Mails.of(MessageKind.PARTNER_RETURN).classified());
        world.the(FilingSteps.class).file(partner.value());
        Inbound link = world.arrives(mailFrom(POLICE, "Read it there"), Mails.of(MessageKind.POLICE_ENCRYPTED));

        assertThat(world.mail(partner).waitingFor()).contains("unopened");
        assertThat(world.alarms(partner)).containsExactly("mail-unopened");
        assertThat(link.waitingFor()).contains("wrapper");
        assertThat(world.alarms(link.id())).containsExactly("police-mail-unopened");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void what_the_scanner_stopped_is_quarantined_with_an_alarm_and_goes_nowhere_but_aside_or_back(CaseworkWorld world) {
        InboundId bad = world.the(PlantedMail.class)
                .unopened(
                        mailFrom(POLICE, "x"),
                        "INFECTED",
                        Mails.of(MessageKind.POLICE_ENCRYPTED).classified());
        world.the(FilingSteps.class).file(bad.value());
        var cases = world.the(Cases.class);
        CaseId known = world.referral(reference()).caseId().orElseThrow();

        assertThat(world.mail(bad).state()).isEqualTo(InboundState.QUARANTINED);
        assertThat(world.alarms(bad)).containsExactly("mail-infected");
        assertThat(cases.attach(bad, known, JO)).isFalse();
        assertThat(cases.openFrom(bad, JO)).isEmpty();
        assertThat(cases.setAside(bad, JO)).isTrue();
        assertThat(cases.bringBack(bad, JO)).isTrue();
        assertThat(cases.attach(bad, known, JO)).isFalse();
        assertThat(cases.scanAgain(bad, JO)).isTrue();
        assertThat(world.mail(bad).state()).isEqualTo(InboundState.ACCEPTED);
        assertThat(world.alarms(bad)).isEmpty();
        assertThat(cases.scanAgain(bad, JO)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void criminal_justice_secure_mail_goes_onto_the_one_case_that_it_names(CaseworkWorld world) {
        String police = reference();
        CaseId known = world.referral(police).caseId().orElseThrow();
        String from = "a.osei@brackenford-yjs.gov.uk.cjsm.net";

        Inbound named = world.arrives(
                mailFrom(from, "Attendance"), Mails.of(MessageKind.CJSM_MAIL).police(police));
        Inbound unnamed = world.arrives(mailFrom(from, "Attendance"), Mails.of(MessageKind.CJSM_MAIL));
        Inbound unsafe = world.arrives(
                mailFrom(from, "Attendance"),
                Mails.of(MessageKind.CJSM_MAIL).police(police).grade(ArrivalGrade.D));

        assertThat(named.caseId()).contains(known);
        assertThat(unnamed.waitingFor()).contains("cjsm-mail");
        assertThat(unsafe.waitingFor()).contains("cjsm-mail");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void references_of_two_cases_join_neither(CaseworkWorld world) {
        String one = reference();
        String two = reference();
        world.referral(one);
        world.referral(two);

        Inbound both = world.arrives(
                mailFrom(POLICE, "Both"),
                Mails.of(MessageKind.POLICE_GO_AHEAD)
                        .effect(GateEffect.OPEN_PROPOSED)
                        .police(one, two));

        assertThat(both.state()).isEqualTo(InboundState.WAITING);
        assertThat(both.waitingFor()).contains("two-cases");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_go_ahead_before_its_referral_is_held_until_an_officer_joins_it_and_then_only_proposes(CaseworkWorld world) {
        String police = reference();
        Inbound early = world.arrives(
                mailFrom(POLICE, "Begin"),
                Mails.of(MessageKind.POLICE_GO_AHEAD)
                        .effect(GateEffect.OPEN_PROPOSED)
                        .police(police));
        CaseId id = world.arrives(
                        mailFrom(POLICE, "Referral"),
                        Mails.of(MessageKind.POLICE_REFERRAL).police(police))
                .caseId()
                .orElseThrow();
        Gate before = world.the(Gates.class).gate(id);

        boolean attached = world.the(Cases.class).attach(early.id(), id, JO);

        assertThat(early.waitingFor()).contains("no-case");
        assertThat(before).isEqualTo(Gate.CLOSED);
        assertThat(attached).isTrue();
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.PROPOSED);
        assertThat(world.the(Cases.class).attach(early.id(), id, JO)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_stop_that_arrived_safely_stops_at_once_and_a_doubtful_one_raises_an_alarm(CaseworkWorld world) {
        CaseId id = world.openCase();
        var reference = world.file(id).reference();
        Mails stop = Mails.of(MessageKind.POLICE_STOP).effect(GateEffect.STOP).cases(reference);

        Inbound doubtful = world.arrives(mailFrom(POLICE, "Stop"), stop.grade(ArrivalGrade.D));
        Gate afterDoubtful = world.the(Gates.class).gate(id);
        List<String> alarms = world.alarms(doubtful.id());
        Inbound safe = world.arrives(mailFrom(POLICE, "Stop"), stop);

        assertThat(doubtful.waitingFor()).contains("arrived-insecurely");
        assertThat(afterDoubtful).isEqualTo(Gate.OPEN);
        assertThat(alarms).containsExactly("doubtful-stop");
        assertThat(safe.state()).isEqualTo(InboundState.FILED);
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.STOPPED);
        assertThat(world.events(GateStopped.class)).contains(new GateStopped(id));
        assertThat(world.arrives(
                                mailFrom(POLICE, "Begin"),
                                Mails.of(MessageKind.POLICE_GO_AHEAD)
                                        .effect(GateEffect.OPEN_PROPOSED)
                                        .cases(reference))
                        .waitingFor())
                .contains("case-stopped");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void an_officer_turns_a_doubtful_stop_into_a_stop(CaseworkWorld world) {
        CaseId id = world.openCase();
        Inbound doubtful = world.arrives(
                mailFrom(POLICE, "Stop"),
                Mails.of(MessageKind.POLICE_STOP).effect(GateEffect.STOP).grade(ArrivalGrade.E));

        world.the(Cases.class).attach(doubtful.id(), id, JO);
        Gate attached = world.the(Gates.class).gate(id);
        world.the(Gates.class).stop(id, doubtful.id(), JO);

        assertThat(attached).isEqualTo(Gate.OPEN);
        assertThat(world.the(Gates.class).gate(id)).isEqualTo(Gate.STOPPED);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void not_yet_closes_and_no_further_action_closes_the_case(CaseworkWorld world) {
        CaseId id = world.openCase();
        var reference = world.file(id).reference();

        world.arrives(
                mailFrom(POLICE, "Not yet"),
                Mails.of(MessageKind.POLICE_NOT_YET)
                        .effect(GateEffect.STAY_CLOSED)
                        .cases(reference));
        Gate notYet = world.the(Gates.class).gate(id);
        world.arrives(
                mailFrom(POLICE, "No role"),
                Mails.of(MessageKind.POLICE_NO_FURTHER_ACTION)
                        .effect(GateEffect.STAY_CLOSED)
                        .cases(reference));

        assertThat(notYet).isEqualTo(Gate.CLOSED);
        assertThat(world.file(id).summary().state()).isEqualTo(CaseState.CLOSED);
        assertThat(world.the(Cases.class).open()).noneMatch(each -> each.id().equals(id));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_reply_is_matched_by_its_reference_or_message_id_and_only_from_who_was_asked(CaseworkWorld world) {
        CaseId id = world.openCase();
        Approved asked = world.ask(id, "larkhill-nhs-trust", "tidewell-homes");
        var larkhill = asked.lines().get(0);
        var tidewell = asked.lines().get(1);
        String tag = world.the(MessageTags.class).of(tidewell.transfer());

        Inbound stranger = world.arrives(
                mailFrom("someone@webmail.example", "Known."),
                Mails.of(MessageKind.PARTNER_RETURN).requests(larkhill.reference()));
        Inbound colleague = world.arrives(
                mailFrom(
                        "safeguarding@larkhill.nhs.uk",
                        "Known to us since 2019.\r\nA multi-agency plan exists.\r\n> Is there a plan? no plan exists"),
                Mails.of(MessageKind.PARTNER_RETURN).requests(larkhill.reference()));
        Inbound away = world.arrives(
                mailFrom("safeguarding@tidewellhomes.example", "Away", "In-Reply-To: <" + tag + "@brackenford.gov.uk>"),
                Mails.of(MessageKind.OUT_OF_OFFICE));
        boolean stillWaits =
                world.the(Requests.class).find(asked.request()).orElseThrow().waits();
        Inbound nil = world.arrives(
                mailFrom(
                        "safeguarding@tidewellhomes.example",
                        "Not known to service",
                        "In-Reply-To: <" + tag + "@brackenford.gov.uk>"),
                Mails.of(MessageKind.PARTNER_NIL_RETURN));

        assertThat(stranger.waitingFor()).contains("reply-from-another");
        assertThat(List.of(colleague, away, nil)).allMatch(each -> each.caseId().equals(Optional.of(id)));
        assertThat(stillWaits).isTrue();
        assertThat(world.the(Requests.class).find(asked.request()).orElseThrow().waits())
                .isFalse();
        assertThat(world.the(Answers.class).of(id))
                .extracting(answer -> answer.answer().orElseThrow())
                .containsExactlyInAnyOrder(AnswerGiven.Answer.KNOWN, AnswerGiven.Answer.NOT_KNOWN);
        assertThat(world.the(Answers.class).requiredAtPanel(id)).containsExactly("larkhill-nhs-trust");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_bounce_is_put_on_the_case_of_the_mail_it_returns_and_answers_nothing(CaseworkWorld world) {
        CaseId id = world.openCase();
        Approved asked = world.ask(id, "larkhill-nhs-trust");
        String tag = world.the(MessageTags.class).of(asked.transfers().get(0));

        Inbound bounce = world.arrives(
                mailFrom("mailer-daemon@nhs.net", "Returned.\r\nMessage-ID: <" + tag + "@brackenford.gov.uk>"),
                Mails.of(MessageKind.DELIVERY_FAILURE));

        assertThat(bounce.caseId()).contains(id);
        assertThat(world.the(Answers.class).of(id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void what_is_no_case_mail_waits_with_one_word_or_is_put_aside_and_can_be_brought_back(CaseworkWorld world) {
        assertThat(waits(world, Mails.of(MessageKind.UNSORTED))).isEqualTo("unsorted");
        assertThat(waits(world, Mails.of(MessageKind.HOSTILE).rule("police-lookalike")))
                .isEqualTo("lookalike");
        assertThat(waits(world, Mails.of(MessageKind.HOSTILE))).isEqualTo("hostile");
        assertThat(waits(world, Mails.of(MessageKind.PARTNER_QUERY))).isEqualTo("partner-query");
        assertThat(waits(world, Mails.of(MessageKind.PARTNER_RETURN))).isEqualTo("reply-without-request");
        assertThat(waits(world, Mails.of(MessageKind.POLICE_GO_AHEAD).effect(GateEffect.HOLD)))
                .isEqualTo("ambiguous");

        Inbound noise = world.arrives(mailFrom("news@training.example", "WRAP"), Mails.of(MessageKind.NOISE));
        boolean back = world.the(Cases.class).bringBack(noise.id(), JO);

        assertThat(noise.state()).isEqualTo(InboundState.SET_ASIDE);
        assertThat(back).isTrue();
        assertThat(world.mail(noise.id()).waitingFor()).contains("brought-back");
        assertThat(world.the(Cases.class).setAside(noise.id(), JO)).isTrue();
        assertThat(world.mail(noise.id()).state()).isEqualTo(InboundState.SET_ASIDE);
    }

    private static String waits(CaseworkWorld world, Mails mails) {
        Inbound mail = world.arrives(mailFrom("somebody@webmail.example", "Text"), mails);
        assertThat(mail.state()).isEqualTo(InboundState.WAITING);
        return mail.waitingFor().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void police_mail_that_nobody_can_open_waits_with_an_alarm_and_an_officer_opens_a_case_from_it(CaseworkWorld world) {
        InboundId id = world.the(PlantedMail.class)
                .unopened(
                        mailFrom(POLICE, "Secure document"),
                        "RECIPIENT",
                        Mails.of(MessageKind.POLICE_ENCRYPTED)
                                .effect(GateEffect.HOLD)
                                .classified());
        world.the(FilingSteps.class).file(id.value());
        String word = world.mail(id).waitingFor().orElseThrow();
        List<String> alarms = world.alarms(id);

        Optional<CaseId> opened = world.the(Cases.class).openFrom(id, JO);

        assertThat(word).isEqualTo("unopened");
        assertThat(alarms).containsExactly("police-mail-unopened");
        assertThat(world.mail(id).caseId()).isEqualTo(opened);
        assertThat(world.the(Gates.class).gate(opened.orElseThrow())).isEqualTo(Gate.CLOSED);
        assertThat(world.alarms(id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_copy_of_the_same_bytes_goes_where_the_first_went_without_its_effect(CaseworkWorld world) {
        var planted = world.the(PlantedMail.class);
        String mail = mailFrom(POLICE, "Referral");
        Mails referral = Mails.referral(reference());
        InboundId first = planted.classified(mail, referral.classified());
        InboundId copy = planted.copyOf(first, mail, referral.classified());

        assertThatThrownBy(() -> world.the(FilingSteps.class).file(copy.value()))
                .isInstanceOf(WorldAway.class);
        world.the(FilingSteps.class).file(first.value());
        world.the(FilingSteps.class).file(copy.value());
        CaseId id = world.mail(first).caseId().orElseThrow();

        assertThat(world.mail(copy).caseId()).contains(id);
        assertThat(world.timeline(id).stream().filter("gate-proposed"::equals)).hasSize(1);
        assertThat(world.timeline(id)).contains("copy");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void filing_the_same_message_again_changes_nothing(CaseworkWorld world) {
        Inbound referral = world.referral(reference());
        int before = world.timeline(referral.caseId().orElseThrow()).size();

        world.the(FilingSteps.class).file(referral.id().value());

        assertThat(world.timeline(referral.caseId().orElseThrow())).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void two_messages_about_one_police_reference_at_the_same_moment_open_one_case(CaseworkWorld world) {
        Mails referral = Mails.referral(reference());
        List<InboundId> mails = java.util.stream.IntStream.range(0, 4)
                .mapToObj(n -> world.the(PlantedMail.class)
                        .classified(mailFrom(POLICE, "Referral " + n), referral.classified()))
                .toList();

        mails.parallelStream().forEach(id -> world.the(FilingSteps.class).file(id.value()));

        assertThat(mails.stream()
                        .map(world::mail)
                        .map(mail -> mail.caseId().orElseThrow())
                        .distinct())
                .hasSize(1);
    }

    private static String reference() {
        return "PCM/2026/" + NUMBER.incrementAndGet();
    }
}
