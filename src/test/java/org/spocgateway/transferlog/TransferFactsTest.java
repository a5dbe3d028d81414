package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;

class TransferFactsTest {
    private final SettableClock clock = SettableClock.at("2026-11-24T09:00:00Z");
    private final SecureRandom random = new SecureRandom();
    private final TransferId sent = TransferId.random(random);
    private final TransferId refused = TransferId.random(random);
    private final InboundId referral = InboundId.random(random);

    @TempDir
    Path state;

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void the_row_of_a_transfer_holds_what_is_known_by_now(Database database) {
        TransferFacts facts = afterAMorning(database);

        TransferFact fact = facts.transfer(sent.value()).orElseThrow();

        assertThat(fact.direction()).isEqualTo("out");
        assertThat(fact.startedAt()).isEqualTo("2026-11-24T09:10:00Z");
        assertThat(fact.organisation()).isEqualTo("larkhill-nhs-trust");
        assertThat(fact.peerDomain()).isEqualTo("larkhill.nhs.uk");
        assertThat(fact.decision()).isEqualTo("permitted");
        assertThat(fact.rules()).isEqualTo("R19");
        assertThat(fact.tlsVersion()).isEqualTo("TLSv1.3");
        assertThat(fact.protection()).isEqualTo("sealed");
        assertThat(fact.outcome()).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void each_filter_finds_what_it_names_and_nothing_else(Database database) {
        TransferFacts facts = afterAMorning(database);

        assertThat(found(facts, FactFilter.none())).containsExactly(refused.value(), sent.value(), referral.value());
        assertThat(found(facts, filter("in", "", "", "", "", "", ""))).containsExactly(referral.value());
        assertThat(found(facts, filter("", "gcsx", "", "", "", "", ""))).containsExactly(sent.value());
        assertThat(found(facts, filter("", "", "larkhill-nhs-trust", "", "", "", "")))
                .containsExactly(sent.value());
        assertThat(found(facts, filter("", "", "", "refused", "", "", ""))).containsExactly(refused.value());
        assertThat(found(facts, filter("", "", "", "", "R6", "", ""))).containsExactly(refused.value());
        assertThat(found(facts, filter("", "", "", "", "R", "", ""))).isEmpty();
        assertThat(found(facts, filter("", "", "", "", "", "TLSv1.3", ""))).containsExactly(sent.value());
        assertThat(found(facts, filter("", "", "", "", "", "", "filed"))).containsExactly(referral.value());
        var from = new FactFilter(
                Optional.of(Instant.parse("2026-11-24T09:10:00Z")),
                Optional.of(Instant.parse("2026-11-24T09:20:00Z")),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        assertThat(found(facts, from)).containsExactly(sent.value());
        assertThat(facts.count(FactFilter.none())).isEqualTo(3);
        assertThat(facts.transfers(FactFilter.none(), 1, 1))
                .extracting(TransferFact::ref)
                .containsExactly(sent.value());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void the_steps_of_a_transfer_stand_in_order_with_their_leaves(Database database) {
        TransferFacts facts = afterAMorning(database);

        List<LoggedStep> steps = facts.steps(sent.value());

        assertThat(steps)
                .extracting(LoggedStep::type)
                .containsExactly("decision.permitted", "out.eod-intent", "out.sent");
        assertThat(steps.get(2).leaf()).contains("\"tls_version\":\"TLSv1.3\"");
        assertThat(steps.get(2).hash()).hasSize(64);
        assertThat(facts.counts(Instant.EPOCH)).containsEntry("decision.refused", 1L);
        assertThat(facts.choices(TransferFacts.Choice.OUTCOME)).containsExactly("filed", "refused", "sent");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_partner_with_a_sensitive_name_is_a_number(Database database) {
        TransferFacts facts = afterAMorning(database);

        TransferFact fact = facts.transfer(refused.value()).orElseThrow();
        assertThat(fact.peerDomain()).isNull();
        assertThat(fact.organisation()).matches("p-\\d{4}");
        assertThat(facts.steps(refused.value()).get(0).leaf())
                .contains("partner_ref")
                .doesNotContain("harbourlight");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_proof_of_one_entry_stands_on_a_signed_checkpoint(Database database) {
        afterAMorning(database);
        var log = TransferLogs.open(database, state, clock);
        String shard = "brackenford.gov.uk/transfer-log/2026";
        assertThat(log.proof(shard, 2)).isEmpty();
        assertThat(log.state().unsigned()).isEqualTo(7);

        String note = log.sign().note();

        assertThat(log.proof(shard, 2).orElseThrow())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 2\n")
                .endsWith("\n\n" + note);
        assertThat(log.proof(shard, 99)).isEmpty();
        assertThat(log.state().unsigned()).isZero();
        assertThat(log.state().signerRuns()).isEqualTo("in-process");
    }

    private TransferFacts afterAMorning(Database database) {
        var log = TransferLogs.open(database, state, clock);
        write(
                database,
                log,
                Entry.of(EntryType.INTAKE_ACCEPTED, Direction.IN)
                        .inbound(referral)
                        .with(Field.SIZE_BUCKET, 65536));
        write(
                database,
                log,
                Entry.of(EntryType.INTAKE_FILED, Direction.IN).inbound(referral).aboutCase(CaseId.random(random)));
        clock.advance(Duration.ofMinutes(10));
        write(
                database,
                log,
                Entry.of(EntryType.DECISION_PERMITTED, Direction.OUT)
                        .transfer(sent)
                        .to(new MailAddress("safeguarding@larkhill.nhs.uk"))
                        .organisation("larkhill-nhs-trust")
                        .with(Field.TRANSFER_CHANNEL, "gcsx")
                        .with(Field.RULE, "R19"));
        write(database, log, Entry.of(EntryType.OUT_EOD_INTENT, Direction.OUT).transfer(sent));
        write(
                database,
                log,
                Entry.of(EntryType.OUT_SENT, Direction.OUT)
                        .transfer(sent)
                        .with(Field.TLS_VERSION, "TLSv1.3")
                        .with(Field.SEALED, true));
        clock.advance(Duration.ofMinutes(10));
        write(
                database,
                log,
                Entry.of(EntryType.DECISION_REFUSED, Direction.OUT)
                        .transfer(refused)
                        .to(new MailAddress("intake@harbourlight.example"))
                        .organisation("harbourlight")
                        .with(Field.RULES, List.of("R1", "R6")));
        return new TransferFacts(database.db());
    }

    private static void write(Database database, TransferLog log, Entry entry) {
        database.tx().executeWithoutResult(status -> log.append(entry));
    }

    private static FactFilter filter(
            String direction,
            String way,
            String organisation,
            String decision,
            String rule,
            String tls,
            String outcome) {
        return new FactFilter(
                Optional.empty(), Optional.empty(), direction, way, organisation, decision, rule, tls, outcome);
    }

    private static List<String> found(TransferFacts facts, FactFilter filter) {
        return facts.transfers(filter, 0, 50).stream().map(TransferFact::ref).toList();
    }
}
