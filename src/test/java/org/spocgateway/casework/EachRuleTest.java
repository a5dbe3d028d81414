package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.FORCE_NUMBER;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.mailFrom;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules that are kept by casework, one test each. */
class EachRuleTest {
    private static CaseworkWorld world;

    @BeforeAll
    static void once() {
        world = CaseworkWorld.both().findFirst().orElseThrow();
    }

    @Test
    void R7_a_worry_that_came_without_the_safeguarding_lead_goes_on_and_is_flagged() {
        CaseId without = worry("a.worker@brackenford.gov.uk");
        CaseId with = worry("safeguarding.lead@oakmere-academy.example");

        assertThat(world.timeline(without)).contains("no-safeguarding-lead");
        assertThat(world.timeline(with)).doesNotContain("no-safeguarding-lead");
        assertThat(world.the(Referrals.class).forwardToPolice(without, JO)).hasSize(1);
    }

    @Test
    void R11_a_call_whose_mail_does_not_come_raises_an_alarm() {
        CaseId id = worry("a.worker@brackenford.gov.uk");
        world.the(CallNotes.class).note(id, call(), JO);
        MailAfterCall clock = world.the(MailAfterCall.class);

        clock.look();
        List<String> atOnce = world.alarms(id);
        world.clock.advance(Duration.ofMinutes(61));
        clock.look();

        assertThat(atOnce).doesNotContain("mail-missing");
        assertThat(world.alarms(id)).contains("mail-missing");
    }

    @Test
    void R12_a_case_does_not_go_on_while_nobody_knows_what_police_found() {
        CaseId id = worry("a.worker@brackenford.gov.uk");
        world.the(Referrals.class).forwardToPolice(id, JO);
        CaseProgress progress = world.the(CaseProgress.class);

        assertThat(reasons(progress.step(id, CaseEvent.READY, JO))).containsExactly("R12");
        assertThat(reasons(progress.close(id, ClosingEvidence.of(call()), JO))).containsExactly("R12");
        progress.threshold(id, Threshold.OTHER_ROUTE, JO);
        assertThat(progress.close(id, ClosingEvidence.of(call()), JO)).isInstanceOf(CaseMoved.class);
    }

    @Test
    void R15_we_will_tell_the_panel_in_person_is_a_whole_answer() {
        CaseId id = world.openCase();
        TransferId asked = world.ask(id, "tidewell-homes").transfers().get(0);
        assertThat(world.the(Requests.class).waiting())
                .anyMatch(each -> each.caseId().equals(id));

        answers(asked, AnswerGiven.Answer.IN_PERSON, false);

        assertThat(world.the(Requests.class).waiting())
                .noneMatch(each -> each.caseId().equals(id));
    }

    @Test
    void R16_an_agency_with_a_plan_is_required_at_the_panel() {
        CaseId id = world.openCase();
        List<TransferId> asked =
                world.ask(id, "larkhill-nhs-trust", "tidewell-homes").transfers();

        answers(asked.get(0), AnswerGiven.Answer.KNOWN, true);
        answers(asked.get(1), AnswerGiven.Answer.KNOWN, false);

        assertThat(world.the(Answers.class).requiredAtPanel(id)).containsExactly("larkhill-nhs-trust");
    }

    @Test
    void R21_each_recipient_has_a_sending_and_a_reference_of_its_own() {
        Approved asked = world.ask(world.openCase(), "larkhill-nhs-trust", "tidewell-homes");
        Requests requests = world.the(Requests.class);

        assertThat(asked.transfers()).hasSize(2).doesNotHaveDuplicates();
        assertThat(asked.transfers().stream()
                        .flatMap(each -> requests.outgoing(each).stream())
                        .map(Outgoing::recipient))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void R26_the_leadership_is_told_figures_without_identities_and_small_ones_are_hidden() {
        worry("a.worker@brackenford.gov.uk");
        YearlyFigures figures = world.the(YearlyFigures.class);
        int year = LocalDate.ofInstant(world.clock.instant(), java.time.ZoneOffset.UTC)
                .getYear();

        String report = String.join("\n", figures.make(year, "leadership").text());

        assertThat(new FigureTable("heading", new java.util.LinkedHashMap<>(java.util.Map.of("a row", 3L))).shown())
                .containsEntry("a row", FigureTable.HIDDEN);
        assertThat(report).contains(String.valueOf(year)).doesNotContain("T.R.", "a.worker", "Harbourlight");
        assertThat(figures.due()).as("told, so not due any more").isFalse();
    }

    @Test
    void R27_the_partnership_is_told_and_the_hash_of_what_it_was_told_stands_in_the_log() {
        YearlyReport report = world.the(YearlyFigures.class).make(2026, "partnership");

        String last = new String(
                world.database
                        .db()
                        .sql("select leaf from log_entry order by shard desc, seq desc fetch first 1 row only")
                        .query(byte[].class)
                        .single(),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(last).contains("report.made", report.hash(), "\"partnership\"");
    }

    @Test
    void R31_a_matter_that_is_with_police_closes_on_a_police_message_or_a_recorded_call_only() {
        CaseId id = world.openCase();
        CaseProgress progress = world.the(CaseProgress.class);

        assertThat(reasons(progress.close(id, ClosingEvidence.NONE, JO))).containsExactly("R31");
        assertThat(progress.close(id, ClosingEvidence.of(call()), JO))
                .isEqualTo(new CaseMoved(CaseState.GATHERING_OPEN, CaseState.CLOSED));
    }

    @Test
    void R31_and_R12_are_told_together() {
        CaseStanding standing = new CaseStanding(
                CaseState.AWAITING_POLICE,
                world.clock.instant(),
                Threshold.UNKNOWN,
                SupportConsent.NOT_ASKED,
                java.util.Optional.empty(),
                java.util.Optional.<LocalDate>empty(),
                true);

        assertThat(CaseConditions.against(CaseEvent.CLOSE, new CaseConditions.Known(standing, true, false)))
                .extracting(CaseReason::rule)
                .containsExactly("R12", "R5", "R31");
        assertThat(CaseConditions.against(CaseEvent.PURGE, new CaseConditions.Known(standing, true, true)))
                .extracting(CaseReason::code)
                .containsExactly("legal-hold");
    }

    private static void answers(TransferId id, AnswerGiven.Answer answer, boolean plan) {
        world.the(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        world.publish(new AnswerGiven(id, answer, plan, "", "A. Person, lead", "R-" + id.value())));
    }

    private static Stream<String> rules(CaseMove move) {
        assertThat(move).isInstanceOf(CaseNotMoved.class);
        return ((CaseNotMoved) move).reasons().stream().map(CaseReason::rule);
    }

    private static List<String> reasons(CaseMove move) {
        return rules(move).toList();
    }

    private static PhoneCall call() {
        return new PhoneCall("Ros Adeyemi-Hale", "PC 4417", world.clock.instant(), FORCE_NUMBER);
    }

    private static CaseId worry(String from) {
        return world.arrives(mailFrom(from, "I am worried."), Mails.of(MessageKind.STAFF_REFERRAL))
                .caseId()
                .orElseThrow();
    }
}
