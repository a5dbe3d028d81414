package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.MARTA;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.springframework.transaction.support.TransactionTemplate;

class RequestsTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_request_becomes_one_transfer_with_a_reference_of_its_own_for_each_recipient(CaseworkWorld world) {
        CaseId id = world.openCase();

        Approved approved = world.ask(id, "larkhill-nhs-trust", "oakmere-academy", "tidewell-homes");

        assertThat(approved.lines()).hasSize(3);
        assertThat(approved.lines().stream().map(Approved.Line::reference).distinct())
                .hasSize(3);
        assertThat(world.events(RequestApproved.class))
                .contains(new RequestApproved(approved.request(), id, approved.transfers()));
        Outgoing outgoing =
                world.the(Requests.class).outgoing(approved.transfers().get(0)).orElseThrow();
        assertThat(outgoing.recipient().value()).isEqualTo("larkhill.safeguarding@nhs.net");
        assertThat(outgoing.fields()).containsExactly(Map.entry("name", "T.R."), Map.entry("born", "2001"));
        assertThat(outgoing.questions()).containsExactly("known", "support");
        assertThat(outgoing.notBefore()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(outgoing.receivedSecurely()).isTrue();
        assertThat(outgoing.urgentCallMissing()).isFalse();
        assertThat(outgoing.caseReference()).isEqualTo(world.file(id).reference());
        assertThat(world.the(Requests.class).byReference(outgoing.reference())).contains(outgoing.id());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void the_same_key_again_stores_nothing_and_another_wish_under_it_is_a_fault(CaseworkWorld world) {
        CaseId id = world.openCase();
        Requests requests = world.the(Requests.class);
        RequestDraft draft = world.draft(id, "larkhill-nhs-trust");

        Approved first = (Approved) requests.approve(draft, JO, "once-" + id);
        Approved second = (Approved) requests.approve(draft, JO, "once-" + id);
        Approval other = requests.approve(world.draft(id, "tidewell-homes"), JO, "once-" + id);
        Approved somebodyElse = (Approved) requests.approve(draft, MARTA, "once-" + id);

        assertThat(second.repeated()).isTrue();
        assertThat(second.request()).isEqualTo(first.request());
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(other)
                .isInstanceOfSatisfying(
                        NotApproved.class, not -> assertThat(codes(not)).containsExactly("key-used"));
        assertThat(somebodyElse.request()).isNotEqualTo(first.request());
        assertThat(requests.of(id)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_double_click_at_the_same_moment_makes_one_request(CaseworkWorld world) throws Exception {
        CaseId id = world.openCase();
        RequestDraft draft = world.draft(id, "larkhill-nhs-trust", "tidewell-homes");
        Callable<Approval> click = () -> world.the(Requests.class).approve(draft, JO, "click-" + id);
        ExecutorService fingers = Executors.newFixedThreadPool(4);

        List<Future<Approval>> clicks = fingers.invokeAll(List.of(click, click, click, click));
        Set<RequestId> made = clicks.stream().map(RequestsTest::request).collect(Collectors.toSet());
        fingers.shutdown();

        assertThat(made).hasSize(1);
        assertThat(world.the(Requests.class).of(id)).hasSize(1);
        assertThat(world.events(RequestApproved.class).stream()
                        .filter(event -> event.caseId().equals(id)))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void every_fault_of_a_draft_is_told_at_once(CaseworkWorld world) {
        CaseId id = world.openCase();
        var draft = new RequestDraft(
                id,
                TransferKind.FORWARD_TO_POLICE,
                List.of(
                        Addressee.of("nobody-at-all"),
                        Addressee.of("larkhill-nhs-trust"),
                        Addressee.of("larkhill-nhs-trust")),
                List.of("what-colour"),
                "words without a tick",
                Map.of("Name of the person", "x"),
                List.of(),
                LocalDate.of(2020, 1, 1),
                Marking.OFFICIAL);

        Approval approval = world.the(Requests.class).approve(draft, JO, "faults");

        assertThat(approval)
                .isInstanceOfSatisfying(
                        NotApproved.class,
                        not -> assertThat(codes(not))
                                .containsExactlyInAnyOrder(
                                        "other-kind",
                                        "unknown-partner",
                                        "twice",
                                        "unknown-question",
                                        "own-question",
                                        "unknown-field",
                                        "reply-by-past"));
        assertThat(world.the(Requests.class).of(id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_request_can_be_taken_back_for_two_minutes_and_once(CaseworkWorld world) {
        CaseId id = world.openCase();
        Requests requests = world.the(Requests.class);
        Approved quick = world.ask(id, "larkhill-nhs-trust");
        Approved slow = world.ask(id, "tidewell-homes");

        UndoResult undone = requests.undo(quick.request(), JO);
        UndoResult again = requests.undo(quick.request(), JO);
        world.clock.advance(Duration.ofMinutes(2));
        UndoResult late = requests.undo(slow.request(), JO);

        assertThat(List.of(undone, again, late))
                .containsExactly(UndoResult.UNDONE, UndoResult.UNDONE_BEFORE, UndoResult.TOO_LATE);
        assertThat(world.events(RequestUndone.class))
                .contains(new RequestUndone(quick.request(), id, quick.transfers()))
                .noneMatch(event -> event.request().equals(slow.request()));
        assertThat(requests.waiting())
                .anyMatch(view -> view.id().equals(slow.request()))
                .noneMatch(view -> view.id().equals(quick.request()));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_portal_answer_is_filed_in_the_transaction_that_stores_it_or_not_at_all(CaseworkWorld world) {
        CaseId id = world.openCase();
        Approved asked = world.ask(id, "larkhill-nhs-trust", "tidewell-homes");
        TransferId first = asked.transfers().get(0);
        TransferId second = asked.transfers().get(1);
        TransactionTemplate tx = world.the(TransactionTemplate.class);

        tx.executeWithoutResult(status -> {
            world.publish(answer(first, AnswerGiven.Answer.KNOWN, true));
            status.setRollbackOnly();
        });
        List<AnswerView> rolledBack = world.the(Answers.class).of(id);
        tx.executeWithoutResult(status -> world.publish(answer(first, AnswerGiven.Answer.KNOWN, true)));
        tx.executeWithoutResult(status -> world.publish(answer(second, AnswerGiven.Answer.IN_PERSON, false)));

        assertThat(rolledBack).isEmpty();
        assertThat(world.the(Answers.class).of(id)).hasSize(2);
        assertThat(world.the(Answers.class).requiredAtPanel(id)).containsExactly("larkhill-nhs-trust");
        assertThat(world.the(Requests.class).find(asked.request()).orElseThrow().waits())
                .isFalse();
        assertThat(world.file(id).summary().waitingFor()).isEqualTo(WaitingFor.OFFICER);
        assertThat(world.timeline(id)).contains("answer-portal", "plan-exists");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void nobody_waits_for_what_was_not_sent_and_late_is_overdue(CaseworkWorld world) {
        CaseId id = world.openCase();
        Approved asked = world.ask(id, "larkhill-nhs-trust", "tidewell-homes");
        Requests requests = world.the(Requests.class);

        requests.notSent(asked.transfers().get(0));
        boolean onTime = requests.find(asked.request()).orElseThrow().overdue();
        world.clock.advance(Duration.ofDays(60));
        boolean late = requests.find(asked.request()).orElseThrow().overdue();
        world.clock.advance(Duration.ofDays(-60));
        requests.notSent(asked.transfers().get(1));

        assertThat(onTime).isFalse();
        assertThat(late).isTrue();
        assertThat(requests.find(asked.request()).orElseThrow().waits()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_preview_stores_nothing(CaseworkWorld world) {
        CaseId id = world.openCase();
        var addressees = new ArrayList<>(world.draft(id, "larkhill-nhs-trust").addressees());
        addressees.add(Addressee.of(new MailAddress("j.doe@webmail.example")));
        RequestDraft plain = world.draft(id, "larkhill-nhs-trust");
        var draft = new RequestDraft(
                id,
                plain.kind(),
                addressees,
                plain.questions(),
                "",
                plain.fields(),
                List.of(),
                plain.replyBy(),
                plain.marking());

        List<Outgoing> preview = world.the(Requests.class).preview(draft, JO);

        assertThat(preview)
                .extracting(each -> each.party().orElse("nobody's"))
                .containsExactly("larkhill-nhs-trust", "nobody's");
        assertThat(world.the(Requests.class).of(id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void a_safeguarding_referral_passes_every_gate_tells_police_and_after_a_stop_asks_to_ring_first(
            CaseworkWorld world) {
        CaseId id = world.openCase();
        Referrals referrals = world.the(Referrals.class);
        world.the(Gates.class).stop(id, new PhoneCall("Imran Whitlock", "DS", world.clock.instant(), "unknown"), JO);

        Approval unasked = referrals.safeguardingReferral(told(id, "childrens-front-door", false), JO, "sg1-" + id);
        Approval school = referrals.safeguardingReferral(told(id, "oakmere-academy", true), JO, "sg2-" + id);
        Approved sent =
                (Approved) referrals.safeguardingReferral(told(id, "childrens-front-door", true), JO, "sg3-" + id);
        Approved again =
                (Approved) referrals.safeguardingReferral(told(id, "childrens-front-door", true), JO, "sg3-" + id);

        assertThat(codes((NotApproved) unasked)).containsExactly("ring-police-first");
        assertThat(codes((NotApproved) school)).containsExactly("not-a-front-door");
        assertThat(sent.lines())
                .extracting(line -> line.party().orElseThrow())
                .containsExactly("childrens-front-door", "northmere");
        assertThat(again.repeated()).isTrue();
        assertThat(world.events(SafeguardingReferralApproved.class))
                .contains(new SafeguardingReferralApproved(id, sent.transfers()));
    }

    private static SafeguardingReferral told(CaseId id, String door, boolean rung) {
        return new SafeguardingReferral(id, List.of(door), "A child may be at risk.", Map.of("name", "T.R."), rung);
    }

    private static AnswerGiven answer(TransferId id, AnswerGiven.Answer answer, boolean plan) {
        return new AnswerGiven(id, answer, plan, "Since 2019.", "A. Lead, safeguarding lead", "M4QK");
    }

    private static RequestId request(Future<Approval> click) {
        try {
            return ((Approved) click.get()).request();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> codes(NotApproved not) {
        return not.faults().stream().map(NotApproved.Fault::code).toList();
    }
}
