package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.JO;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.MeetingId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.Vault;
import org.springframework.transaction.support.TransactionTemplate;

class PanelsTest {
    private static final Instant BEGINS = Instant.parse("2026-12-10T14:00:00Z");

    private static void answers(CaseworkWorld world, TransferId id, boolean plan) {
        world.the(TransactionTemplate.class)
                .executeWithoutResult(status -> world.publish(
                        new AnswerGiven(id, AnswerGiven.Answer.CANNOT_SHARE, plan, "", "Ama Serwaa", "M4QK")));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r16_an_agency_with_a_plan_is_required_and_the_case_is_incomplete_until_it_is_invited(CaseworkWorld world) {
        CaseId id = world.openCase();
        Approved asked = world.ask(id, "tidewell-homes", "oakmere-academy");
        Panels panels = world.the(Panels.class);
        MeetingId meeting = panels.plan(BEGINS, Duration.ofHours(2), "Room 2, Civic Centre", JO);
        panels.add(meeting, id, JO);
        panels.add(meeting, id, JO);
        answers(world, asked.transfers().get(0), true);
        assertThat(panels.cases(meeting)).singleElement().satisfies(each -> {
            assertThat(each.answered()).isEqualTo(1);
            assertThat(each.asked()).isEqualTo(2);
            assertThat(each.required()).containsExactly("tidewell-homes");
            assertThat(each.notInvited()).containsExactly("tidewell-homes");
        });
        answers(world, asked.transfers().get(1), false);
        assertThat(panels.cases(meeting).get(0).complete()).isFalse();

        List<Approval> approvals = panels.invite(
                panels.find(meeting).orElseThrow(), id, "The panel meets.", "You must come.", JO, "key-" + id);
        assertThat(approvals).hasSize(2).allMatch(Approved.class::isInstance);
        PanelCase now = panels.cases(meeting).get(0);
        assertThat(now.complete()).isTrue();
        assertThat(now.invited()).contains("tidewell-homes", "larkhill-nhs-trust", "northmere");
        Outgoing required = world.the(Requests.class)
                .outgoing(((Approved) approvals.get(1)).transfers().get(0))
                .orElseThrow();
        assertThat(required.questions()).containsExactly("plan-holder");
        assertThat(required.freeText()).endsWith("You must come.");
        assertThat(required.fields()).isEmpty();
        answers(world, ((Approved) approvals.get(1)).transfers().get(0), false);
        assertThat(panels.cases(meeting).get(0).confirmed()).containsExactly("tidewell-homes");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void the_calendar_entry_s_title_is_the_reference_and_nobody_stands_in_it(CaseworkWorld world) {
        CaseId id = world.openCase();
        world.the(Cases.class).recordPerson(id, new PersonReferred(Map.of("name", "Zyxwolde Quagmarsh")), JO);
        Panels panels = world.the(Panels.class);
        MeetingId meeting = panels.plan(BEGINS, Duration.ofHours(2), "Room 2", JO);
        panels.add(meeting, id, JO);
        Approved approved = (Approved)
                panels.invite(panels.find(meeting).orElseThrow(), id, "The panel meets.", "", JO, "ics-" + id)
                        .get(0);
        Outgoing.Document file = world.the(Requests.class)
                .outgoing(approved.transfers().get(0))
                .orElseThrow()
                .documents()
                .get(0);
        String calendar = new String(world.the(Vault.class).read(file.blob()), StandardCharsets.UTF_8);
        assertThat(file.type()).isEqualTo("text/calendar");
        assertThat(calendar.lines())
                .contains(
                        "BEGIN:VEVENT",
                        "SUMMARY:" + world.file(id).reference().value(),
                        "DTSTART:20261210T140000Z",
                        "LOCATION:Room 2",
                        "METHOD:PUBLISH");
        assertThat(calendar).doesNotContain("ATTENDEE", "Zyxwolde", "Z.Q.", "DESCRIPTION", "Channel", "Prevent");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r30_nobody_is_made_a_plan_holder_by_saying_so(CaseworkWorld world) {
        CaseId id = world.openCase();
        var draft = new RequestDraft(
                id,
                TransferKind.PANEL_NOTICE,
                List.of(Addressee.of("harbourlight")),
                List.of("plan-holder"),
                "",
                Map.of(),
                List.of(),
                LocalDate.of(2026, 12, 9),
                Marking.OFFICIAL_SENSITIVE);
        assertThat(world.the(Requests.class).approve(draft, JO, "stranger-" + id))
                .isInstanceOfSatisfying(
                        NotApproved.class,
                        not -> assertThat(not.faults())
                                .extracting(NotApproved.Fault::code)
                                .contains("no-plan"));
    }
}
