package org.spocgateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Installation;
import org.spocgateway.casework.Alarm;
import org.spocgateway.casework.Alarms;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/** The crash points of a transfer, and the failures of the line (assurance 2.4: 19 to 26, 31, 32). */
class CrashTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_transfer_that_died_while_it_was_carried_is_carried_again(Office office) {
        TransferId transfer = asked(office, "childrens-social-care");
        office.claimed(transfer);
        office.restart();

        assertThat(office.run(transfer).state()).isEqualTo(TransferState.SENT);
        assertThat(office.sent("council-relay")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_question_that_died_past_the_point_of_no_return_is_uncertain_and_only_a_person_sends_it_again(Office office) {
        TransferId transfer = asked(office, "larkhill-nhs-trust");
        office.diesAfterCrossing(transfer);

        TransferView found = office.run(transfer);
        office.clock.advance(Duration.ofHours(1));
        TransferState later = office.run(transfer).state();
        int byItself = office.sent("public-relay").size();
        boolean resolved = office.the(Resolutions.class).sendAgain(transfer, Office.JO);

        assertThat(found.state()).isEqualTo(TransferState.UNCERTAIN);
        assertThat(found.trouble()).contains(Trouble.NOT_KNOWN);
        assertThat(later).isEqualTo(TransferState.UNCERTAIN);
        assertThat(byItself).isZero();
        assertThat(resolved).isTrue();
        assertThat(office.run(transfer).state()).isEqualTo(TransferState.SENT);
        assertThat(office.leaves()).anyMatch(leaf -> leaf.contains("out.resolved") && leaf.contains("jo-pendry"));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_referral_to_police_with_an_unknown_outcome_goes_again_after_ten_minutes_and_somebody_is_told_whom_to_ring(
            Office office) throws IOException {
        try (var silent = new FaultyServer(Office.PKI.tls(), false, Map.of("DOT", "SILENCE"))) {
            int good = office.relays.get("public-relay").port();
            office.redirect("public-relay", silent.port());
            TransferId transfer = office.forward(office.worry()).get(0);

            TransferView first = office.run(transfer);
            List<Alarm> alarms = office.the(Alarms.class).raised();
            office.redirect("public-relay", good);
            office.clock.advance(Duration.ofMinutes(9));
            TransferState early = office.run(transfer).state();
            office.clock.advance(Duration.ofMinutes(2));
            TransferState late = office.run(transfer).state();

            assertThat(first.state()).isEqualTo(TransferState.PERMITTED);
            assertThat(alarms)
                    .filteredOn(each -> each.word().equals("forward-to-police-not-delivered"))
                    .extracting(Alarm::telephone)
                    .containsExactly(Office.FORCE_NUMBER);
            assertThat(early).isEqualTo(TransferState.PERMITTED);
            assertThat(late).isEqualTo(TransferState.SENT);
            assertThat(new String(office.sent("public-relay").get(0).bytes(), UTF_8))
                    .isEqualTo(new String(silent.messages.get(0), UTF_8));
            assertThat(office.the(Alarms.class).raised())
                    .noneMatch(each -> each.word().equals("forward-to-police-not-delivered"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_package_whose_link_was_not_made_live_is_made_live_once(Office office) {
        TransferId transfer = asked(office, "tidewell-homes");
        office.diesAfterCrossing(transfer);

        assertThat(office.run(transfer).state()).isEqualTo(TransferState.SENT);
        assertThat(office.run(transfer).state()).isEqualTo(TransferState.SENT);
        assertThat(office.sent("notice-relay")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_node_that_slept_while_another_took_over_cannot_cross(Office office) {
        TransferId transfer = asked(office, "childrens-social-care");
        TransferRow slept = office.claimed(transfer);
        office.the(TransferRows.class).claim(transfer, slept.epoch());
        PointOfNoReturn crossing = office.the(Crossing.class).of(slept, slept.epoch(), office.content(slept));

        assertThatThrownBy(crossing::cross).isInstanceOf(NotCrossed.class);
        assertThat(office.view(transfer).state()).isEqualTo(TransferState.ATTEMPTING);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_deferred_transfer_waits_and_then_sends_the_same_bytes(Office office) throws IOException {
        try (var full = new FaultyServer(Office.PKI.tls(), false, Map.of("DOT", "452 full"))) {
            int good = office.relays.get("public-relay").port();
            office.redirect("public-relay", full.port());
            TransferId transfer = asked(office, "larkhill-nhs-trust");

            TransferView deferred = office.run(transfer);
            office.redirect("public-relay", good);
            TransferState tooEarly = office.run(transfer).state();
            office.clock.advance(Duration.ofMinutes(1));

            assertThat(deferred.state()).isEqualTo(TransferState.PERMITTED);
            assertThat(deferred.notBefore()).isEqualTo(office.clock.instant());
            assertThat(tooEarly).isEqualTo(TransferState.PERMITTED);
            assertThat(office.run(transfer).state()).isEqualTo(TransferState.SENT);
            assertThat(new String(office.sent("public-relay").get(0).bytes(), UTF_8))
                    .isEqualTo(new String(full.messages.get(0), UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void what_nobody_takes_over_is_held_after_the_last_attempt_and_says_so_until_it_is_sent(Office office) {
        office.relays.get("public-relay").busy(true);
        TransferId transfer = asked(office, "larkhill-nhs-trust");
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(office.run(transfer).trouble()).as("attempt %s", attempt).isEmpty();
            office.clock.advance(Duration.ofMinutes(2));
        }

        TransferView held = office.run(transfer);
        office.relays.get("public-relay").busy(false);
        office.the(Resolutions.class).tryAgain(transfer, Office.JO);
        TransferView sent = office.run(transfer);

        assertThat(held.state()).isEqualTo(TransferState.HELD);
        assertThat(held.trouble()).contains(Trouble.NOT_TAKEN);
        assertThat(held.attempts()).isEqualTo(5);
        assertThat(sent.state()).isEqualTo(TransferState.SENT);
        assertThat(sent.trouble()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_line_without_tls_holds_the_transfer_and_no_other_way_is_tried(Office office) throws IOException {
        try (var clear = new FaultyServer(Office.PKI.tls(), false, Map.of("OFFER", "250 faulty.test"))) {
            office.redirect("public-relay", clear.port());
            TransferId transfer = asked(office, "larkhill-nhs-trust");

            TransferView held = office.run(transfer);
            office.clock.advance(Duration.ofDays(1));
            office.run(transfer);

            assertThat(held.state()).isEqualTo(TransferState.HELD);
            assertThat(held.trouble()).contains(Trouble.NOT_SAFE);
            assertThat(held.insecure()).contains("tls-not-offered");
            assertThat(held.needsSomebody()).isTrue();
            assertThat(clear.messages).isEmpty();
            assertThat(office.relays.values()).allMatch(relay -> relay.seen().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void an_account_that_a_relay_refuses_is_our_fault_and_raises_one_alarm(Office office) throws IOException {
        try (var no = new FaultyServer(
                Office.PKI.tls(),
                false,
                Map.of("OFFER", "250-faulty.test\r\n250-STARTTLS\r\n250 AUTH PLAIN", "AUTH", "535 no"))) {
            office.account = "gateway:wrong";
            office.redirect("public-relay", no.port());
            TransferId first = asked(office, "larkhill-nhs-trust");
            TransferId second = asked(office, "larkhill-nhs-trust");

            assertThat(office.run(first).state()).isEqualTo(TransferState.PERMITTED);
            assertThat(office.run(second).state()).isEqualTo(TransferState.PERMITTED);
            assertThat(office.the(Alarms.class).raised())
                    .filteredOn(each -> each.word().equals("relay-refuses-account"))
                    .hasSize(1);
            assertThat(no.messages).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_rejected_question_waits_for_no_answer(Office office) throws IOException {
        try (var no = new FaultyServer(Office.PKI.tls(), false, Map.of("RCPT", "550 no such mailbox"))) {
            office.redirect("public-relay", no.port());
            TransferId transfer = asked(office, "larkhill-nhs-trust");

            TransferView rejected = office.run(transfer);
            assertThat(rejected.state()).isEqualTo(TransferState.REJECTED);
            assertThat(rejected.trouble()).contains(Trouble.REFUSED_THERE);
            assertThat(office.the(Requests.class).of(rejected.caseId()))
                    .isNotEmpty()
                    .noneMatch(RequestView::waits);
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void rules_that_changed_while_it_waited_hold_the_transfer(Office office, @TempDir Path folder) throws IOException {
        TransferId transfer = asked(office, "larkhill-nhs-trust");
        office.pages.get("enforce-channel-rules").accept(transfer.value());
        office.config = Installation.in(folder).config();
        Path rules = office.config.resolve("release-rules.yaml");
        Files.writeString(rules, Files.readString(rules) + "\n# another day\n");
        office.restart();

        TransferView held = office.run(transfer);

        assertThat(held.state()).isEqualTo(TransferState.HELD);
        assertThat(held.reasons()).extracting(Reason::rule).contains("R32");
        assertThat(office.sent("public-relay")).isEmpty();
        assertThat(office.the(Resolutions.class).tryAgain(transfer, Office.JO)).isTrue();
        assertThat(office.run(transfer).state()).isEqualTo(TransferState.SENT);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void without_a_secure_way_to_police_nothing_leaves_in_clear_and_an_alarm_names_the_number(
            Office office, @TempDir Path folder) {
        office.config = Installation.in(folder)
                .replace("channels.yaml", "- police.uk #", "- police.example #")
                .config();
        office.restart();
        TransferView refused = office.run(office.forward(office.worry()).get(0));

        assertThat(refused.state()).isEqualTo(TransferState.REFUSED);
        assertThat(refused.reasons()).extracting(Reason::sentence).anyMatch(each -> each.contains("020 7946 0142"));
        assertThat(office.the(Alarms.class).raised())
                .anyMatch(each -> each.word().equals("forward-to-police-not-delivered")
                        && each.telephone().equals(Office.FORCE_NUMBER));
        assertThat(office.relays.values()).allMatch(relay -> relay.seen().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_page_that_kills_the_process_twice_is_not_tried_a_third_time(Office office) {
        TransferId transfer = asked(office, "larkhill-nhs-trust");
        Outbox outbox = office.the(Outbox.class);

        assertThat(outbox.beginAttempt(transfer.value())).isTrue();
        assertThat(outbox.beginAttempt(transfer.value())).isTrue();
        assertThat(outbox.beginAttempt(transfer.value())).isFalse();
        assertThat(office.view(transfer).state()).isEqualTo(TransferState.HELD);
    }

    private static TransferId asked(Office office, String party) {
        CaseId id = office.worry();
        office.goAhead(id);
        return office.ask(id, party).get(0);
    }
}
