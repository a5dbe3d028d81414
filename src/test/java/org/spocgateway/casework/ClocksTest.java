package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.FORCE_NUMBER;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.mailFrom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.directory.Directory;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferId;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens because time has passed, each under a clock that is set by hand. */
class ClocksTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

    private static void tick(CaseworkWorld world) {
        world.the(CaseClocks.class).tick();
    }

    @BeforeEach
    @AfterEach
    void morning() {
        CaseworkWorld.both().forEach(world -> {
            if (world.database.isAvailable()) {
                world.clock.set(TUESDAY);
            }
        });
    }

    private static CaseId worry(CaseworkWorld world) {
        return world.arrives(
                        mailFrom("dana.okafor@brackenford.gov.uk", "I am worried."),
                        Mails.of(MessageKind.STAFF_REFERRAL))
                .caseId()
                .orElseThrow();
    }

    private static void rung(CaseworkWorld world, CaseId id) {
        var call = new PhoneCall("PC 4417 Ros Adeyemi-Hale", "4417", world.clock.instant(), FORCE_NUMBER);
        assertThat(world.the(CallNotes.class).note(id, call, JO)).isEqualTo(CallNotes.Noted.NOTED);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r11_a_call_without_its_mail_raises_an_alarm_after_an_hour_and_once_only(CaseworkWorld world) {
        CaseId id = worry(world);
        rung(world, id);
        world.clock.advance(Duration.ofMinutes(59));
        tick(world);
        assertThat(world.alarms(id)).doesNotContain("mail-missing");

        world.clock.advance(Duration.ofMinutes(1));
        tick(world);
        assertThat(world.the(Alarms.class).raised())
                .filteredOn(each -> each.caseId().filter(id::equals).isPresent())
                .filteredOn(each -> each.word().equals("mail-missing"))
                .singleElement()
                .satisfies(each -> assertThat(each.telephone()).isEqualTo(FORCE_NUMBER))
                .satisfies(each -> world.the(Alarms.class).clear(each.id(), JO));
        tick(world);
        assertThat(world.alarms(id)).doesNotContain("mail-missing");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r11_the_mail_that_comes_late_clears_the_alarm_and_one_that_came_before_the_call_is_the_other_half(
            CaseworkWorld world) {
        CaseId id = worry(world);
        rung(world, id);
        world.clock.advance(Duration.ofHours(2));
        tick(world);
        assertThat(world.alarms(id)).contains("mail-missing");
        world.arrives(
                mailFrom("prevent.referrals@northmere.police.uk", "Referral"),
                Mails.of(MessageKind.POLICE_REFERRAL).cases(world.file(id).reference()));
        tick(world);
        assertThat(world.alarms(id)).doesNotContain("mail-missing");

        CaseId mailed = world.referral("PCM/2026/" + System.nanoTime()).caseId().orElseThrow();
        rung(world, mailed);
        world.clock.advance(Duration.ofHours(3));
        tick(world);
        assertThat(world.alarms(mailed)).doesNotContain("mail-missing");
    }

    private static List<TransferId> reminded(CaseworkWorld world, Approved asked) {
        return world.events(ReminderDue.class).stream()
                .map(ReminderDue::transfer)
                .filter(asked.transfers()::contains)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r15_partners_are_reminded_after_three_working_days_and_on_the_last_day_and_who_answered_is_not(
            CaseworkWorld world) {
        Approved asked = world.ask(world.openCase(), "tidewell-homes", "oakmere-academy");
        TransferId late = asked.transfers().get(1);
        for (String moment : List.of("2026-11-26T10:00:00Z", "2026-11-27T08:59:00Z", "2026-11-29T10:00:00Z")) {
            world.clock.set(Instant.parse(moment));
            tick(world);
        }
        assertThat(reminded(world, asked))
                .as("Thursday, before the office opens, Sunday")
                .isEmpty();

        world.clock.set(Instant.parse("2026-11-27T09:00:00Z"));
        tick(world);
        tick(world);
        assertThat(reminded(world, asked)).containsExactlyElementsOf(asked.transfers());

        world.the(TransactionTemplate.class)
                .executeWithoutResult(status -> world.publish(new AnswerGiven(
                        asked.transfers().get(0), AnswerGiven.Answer.IN_PERSON, false, "", "Ama Serwaa", "M4QK")));
        world.clock.set(Instant.parse("2026-12-01T09:30:00Z"));
        tick(world);
        tick(world);
        assertThat(reminded(world, asked))
                .as("telling the panel in person is a whole answer")
                .hasSize(3)
                .endsWith(late);

        world.clock.set(Instant.parse("2026-12-02T10:00:00Z"));
        tick(world);
        assertThat(reminded(world, asked)).hasSize(3);
        assertThat(world.the(Requests.class).find(asked.request()).orElseThrow().overdue())
                .isTrue();
        assertThat(world.the(Gates.class).gate(caseOf(world, asked))).isEqualTo(Gate.OPEN);
    }

    private static CaseId caseOf(CaseworkWorld world, Approved asked) {
        return world.the(Requests.class).find(asked.request()).orElseThrow().caseId();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r15_more_time_moves_the_last_day_and_is_reminded_of_again(CaseworkWorld world) {
        Approved asked = world.ask(world.openCase(), "tidewell-homes");
        Requests requests = world.the(Requests.class);
        assertThat(requests.extend(asked.request(), LocalDate.of(2026, 12, 1), JO))
                .as("the same day is no more time")
                .isFalse();
        world.clock.set(Instant.parse("2026-12-01T10:00:00Z"));
        tick(world);
        assertThat(requests.extend(asked.request(), LocalDate.of(2026, 12, 28), JO))
                .isTrue();
        world.clock.set(Instant.parse("2026-12-24T10:00:00Z"));
        tick(world);
        assertThat(reminded(world, asked))
                .as(
                        "28 December is a bank holiday: the last working day before it is the 24th; and the first one was missed")
                .hasSize(2);
        assertThat(world.timeline(caseOf(world, asked))).contains("request-extended");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r1_nobody_is_reminded_while_the_gate_is_not_open(CaseworkWorld world) {
        CaseId id = world.openCase();
        Approved asked = world.ask(id, "tidewell-homes");
        world.the(Gates.class)
                .stop(id, new PhoneCall("DS Imran Whitlock", "DS", world.clock.instant(), FORCE_NUMBER), JO);
        world.clock.set(Instant.parse("2026-12-01T10:00:00Z"));
        tick(world);
        assertThat(reminded(world, asked)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_call_with_a_late_partner_is_kept_sealed_on_the_case(CaseworkWorld world) {
        Approved asked = world.ask(world.openCase(), "tidewell-homes");
        TransferId transfer = asked.transfers().get(0);
        assertThat(world.the(ChaseCalls.class).note(transfer, "Ama Serwaa", "They answer on Monday.", JO))
                .isTrue();
        assertThat(world.the(ChaseCalls.class).of(transfer)).singleElement().satisfies(each -> {
            assertThat(each.spokeWith()).isEqualTo("Ama Serwaa");
            assertThat(each.outcome()).isEqualTo("They answer on Monday.");
        });
        assertThat(world.timeline(caseOf(world, asked))).contains("partner-called");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void ten_working_days_without_police_mail_raise_one_alarm_and_the_next_mail_clears_it(CaseworkWorld world) {
        world.referral("PCM/2026/" + System.nanoTime());
        Instant last = world.the(PoliceSilence.class).lastHeard().orElseThrow();
        LocalDate limit = world.the(Directory.class).workingDays().after(LocalDate.ofInstant(last, ZoneOffset.UTC), 10);
        world.clock.set(limit.atTime(23, 0).toInstant(ZoneOffset.UTC));
        tick(world);
        assertThat(house(world)).doesNotContain("no-police-mail");
        world.clock.set(limit.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC));
        tick(world);
        tick(world);
        assertThat(house(world)).containsOnlyOnce("no-police-mail");
        world.referral("PCM/2026/" + System.nanoTime());
        tick(world);
        assertThat(house(world)).doesNotContain("no-police-mail");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void fewer_messages_than_police_say_raise_an_alarm_until_the_others_arrive(CaseworkWorld world) {
        PoliceSilence silence = world.the(PoliceSilence.class);
        world.referral("PCM/2026/" + System.nanoTime());
        int arrived = silence.policeSay(0, JO).arrived();
        assertThat(silence.policeSay(arrived + 1, JO).isShort()).isTrue();
        assertThat(house(world)).contains("fewer-than-police-say");
        world.referral("PCM/2026/" + System.nanoTime());
        tick(world);
        assertThat(house(world)).doesNotContain("fewer-than-police-say");
    }

    private static List<String> house(CaseworkWorld world) {
        return world.the(Alarms.class).raised().stream()
                .filter(each -> each.caseId().isEmpty() && each.message().isEmpty())
                .map(Alarm::word)
                .toList();
    }
}
