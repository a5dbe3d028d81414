package org.spocgateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.dispatch.Office.JO;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.casework.Alarm;
import org.spocgateway.casework.Alarms;
import org.spocgateway.casework.ReminderDue;
import org.spocgateway.casework.Requests;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail that says nothing about anybody: reminders, recalls, test messages and counts, over real relays. */
class NoticesTest {
    private static final String ABOUT_SOMEBODY = "(?s).*(T\\.R\\.|2001|KESTREL|Prevent|Channel panel|extremis).*";

    private static String text(TlsRelay.Seen mail) {
        return new String(mail.bytes(), StandardCharsets.UTF_8).replace("=\r\n", "");
    }

    private static CaseId open(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        return id;
    }

    private static void remind(Office office, TransferId transfer) {
        office.the(TransactionTemplate.class)
                .executeWithoutResult(status -> office.the(FromClocks.class).due(new ReminderDue(transfer)));
        Transfers transfers = office.the(Transfers.class);
        transfers.of(office.view(transfer).caseId()).stream()
                .filter(each -> each.noticeOf().filter(transfer::equals).isPresent())
                .forEach(each -> office.run(each.id()));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void r15_a_reminder_goes_by_the_notice_s_way_and_carries_the_reference_and_nothing_else(Office office) {
        CaseId id = open(office);
        List<TransferId> asked = office.ask(id, "tidewell-homes", "larkhill-nhs-trust", "harbourlight");
        asked.subList(0, 2).forEach(office::run);
        office.relays.values().forEach(TlsRelay::forget);
        asked.forEach(each -> remind(office, each));

        assertThat(office.sent("notice-relay"))
                .as("not the one that has not left")
                .hasSize(2)
                .allSatisfy(mail -> {
                    assertThat(text(mail))
                            .contains("has not had your organisation's answer")
                            .doesNotMatch(ABOUT_SOMEBODY);
                    assertThat(text(mail)).doesNotContain("/r/").contains("Auto-Submitted: auto-generated");
                    assertThat(text(mail)).containsPattern("(?m)^Subject: [A-Z]+-\\d{4}$");
                });
        assertThat(office.leaves())
                .filteredOn(leaf -> leaf.contains("\"decision.permitted\"") && leaf.contains("\"kind\":\"notice\""))
                .as("each was decided by the rules")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_request_is_withdrawn_as_far_as_it_goes(Office office) {
        CaseId id = open(office);
        List<TransferId> asked = office.ask(id, "tidewell-homes", "larkhill-nhs-trust", "harbourlight");
        asked.subList(0, 2).forEach(office::run);
        office.relays.values().forEach(TlsRelay::forget);
        Withdrawing withdrawing = office.the(Withdrawing.class);

        assertThat(withdrawing.withdraw(asked.get(0), JO)).isEqualTo(Withdrawing.Withdrawn.CLOSED_UNREAD);
        assertThat(office.the(Packages.class).status(asked.get(0)).orElseThrow().state())
                .isEqualTo(PackageStatus.State.REVOKED);
        assertThat(withdrawing.withdraw(asked.get(1), JO)).isEqualTo(Withdrawing.Withdrawn.ASKED_BACK);
        assertThat(withdrawing.withdraw(asked.get(2), JO)).isEqualTo(Withdrawing.Withdrawn.KEPT_BACK);
        assertThat(withdrawing.withdraw(asked.get(2), JO)).isEqualTo(Withdrawing.Withdrawn.NOTHING);
        asked.forEach(office::run);

        assertThat(office.sent("notice-relay"))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail))
                        .contains("delete it", "safeguarding@")
                        .doesNotMatch(ABOUT_SOMEBODY));
        assertThat(office.view(asked.get(2)).state()).isEqualTo(TransferState.UNDONE);
        assertThat(office.the(Requests.class).of(id).get(0).waits()).isFalse();
        assertThat(office.leaves())
                .filteredOn(leaf -> leaf.contains("request.withdrawn"))
                .hasSize(3);
    }

    private static List<TransferId> inHouse(Office office) {
        return office.the(Transfers.class).of(HouseMail.CASE).stream()
                .filter(each -> each.state() == TransferState.APPROVED)
                .map(TransferView::id)
                .toList();
    }

    private static List<String> alarms(Office office) {
        return office.the(Alarms.class).raised().stream().map(Alarm::word).toList();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_heartbeat_goes_to_our_own_mailbox_and_its_round_trip_is_told_when_it_is_back(Office office) {
        Heartbeats heartbeats = office.the(Heartbeats.class);
        heartbeats.tick();
        assertThat(inHouse(office)).as("the first one after a whole interval").isEmpty();
        office.clock.advance(Duration.ofHours(1));
        heartbeats.tick();
        heartbeats.tick();
        inHouse(office).forEach(office::run);
        TlsRelay.Seen mail = office.sent("notice-relay").get(0);
        assertThat(office.sent("notice-relay")).hasSize(1);
        assertThat(text(mail)).contains("To: channel.spoc@brackenford.gov.uk", "heartbeat test message");

        office.clock.advance(Duration.ofSeconds(42));
        office.arrives(text(mail), MessageKind.CANARY);
        office.the(Receipts.class).collect();
        assertThat(heartbeats.lastReturned().orElseThrow().roundTrip()).contains(Duration.ofSeconds(42));
        assertThat(alarms(office)).doesNotContain("heartbeat-missing");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_heartbeat_that_does_not_come_back_raises_an_alarm_which_its_return_clears(Office office) {
        office.clock.set(Instant.parse("2026-12-02T10:00:00Z"));
        Heartbeats heartbeats = office.the(Heartbeats.class);
        heartbeats.tick();
        inHouse(office).forEach(office::run);
        TlsRelay.Seen mail = office.sent("notice-relay").get(0);
        office.clock.advance(Duration.ofMinutes(9));
        heartbeats.tick();
        assertThat(alarms(office)).doesNotContain("heartbeat-missing");
        office.clock.advance(Duration.ofMinutes(1));
        heartbeats.tick();
        heartbeats.tick();
        assertThat(alarms(office)).containsOnlyOnce("heartbeat-missing");

        office.arrives(
                text(mail).replaceAll("Message-ID: <.*>", "Message-ID: <forged@example.org>"), MessageKind.CANARY);
        office.the(Receipts.class).collect();
        assertThat(alarms(office)).as("nobody else can say that it came back").contains("heartbeat-missing");
        office.arrives(text(mail), MessageKind.CANARY);
        office.the(Receipts.class).collect();
        assertThat(alarms(office)).doesNotContain("heartbeat-missing");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void the_team_is_told_counts_at_once_when_urgent_and_else_twice_a_day(Office office) {
        TeamNotices team = office.the(TeamNotices.class);
        team.tick();
        inHouse(office).forEach(office::run);
        office.relays.values().forEach(TlsRelay::forget);
        open(office);
        office.clock.set(Instant.parse("2026-12-03T13:59:00Z"));
        team.tick();
        inHouse(office).forEach(office::run);
        office.relays.values().forEach(TlsRelay::forget);

        office.clock.set(Instant.parse("2026-12-03T14:00:00Z"));
        team.tick();
        team.tick();
        inHouse(office).forEach(office::run);
        assertThat(office.sent("notice-relay")).singleElement().satisfies(mail -> {
            assertThat(text(mail)).containsPattern("Subject: Secure referrals: \\d+ urgent, \\d+ need you");
            assertThat(text(mail)).contains("To: jo.pendry@brackenford.gov.uk").doesNotMatch(ABOUT_SOMEBODY);
        });
        assertThat(office.the(Transfers.class).of(HouseMail.CASE)).allMatch(each -> each.kind() == TransferKind.NOTICE);
    }
}
