package org.spocgateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.dispatch.DecisionRecord.AgreementThen;
import org.spocgateway.dispatch.DecisionRecord.Way;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code transfer_decision}: only ever added to, but for the sealed reasons, which go with the case. */
@Component
class DecisionRows {
    private final JdbcClient db;

    DecisionRows(JdbcClient db) {
        this.db = db;
    }

    void insert(DecisionRecord row, boolean again, byte @Nullable [] reasons) {
        db.sql(
                        "insert into transfer_decision (id, transfer_id, case_id, decided_at, decided_for, kind, verdict,"
                                + " transfer_channel, profile, next_hop, sealed, rule, objections, gate, opening, questions, fields,"
                                + " personal, received_securely, call_missing, marking, rule_set_hash, directory_hash, agreement,"
                                + " agreement_signed, agreement_until, decided_again, reasons)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(row.id())
                .param(row.transfer().value())
                .param(row.caseId().value())
                .param(row.at().atOffset(ZoneOffset.UTC))
                .param(row.day())
                .param(row.kind().word())
                .param(row.verdict())
                .param(row.way().transferChannel())
                .param(row.way().profile())
                .param(row.way().nextHop())
                .param(row.way().sealed())
                .param(row.way().rule())
                .param(String.join(",", row.objections()))
                .param(row.gate().word())
                .param(row.opening().orElse(null))
                .param(String.join(",", row.questions()))
                .param(String.join(",", row.fields()))
                .param(row.personal())
                .param(row.receivedSecurely())
                .param(row.callMissing())
                .param(row.marking().name())
                .param(row.ruleSetHash())
                .param(row.directoryHash())
                .param(row.agreement().map(AgreementThen::id).orElse(null))
                .param(row.agreement().map(AgreementThen::signed).orElse(null))
                .param(row.agreement().map(AgreementThen::until).orElse(null))
                .param(again)
                .param(reasons)
                .update();
    }

    /** Every decision about a transfer, oldest first. */
    List<DecisionRecord> of(TransferId id) {
        return db.sql("select * from transfer_decision where transfer_id = ? order by seq")
                .param(id.value())
                .query(DecisionRows::read)
                .list();
    }

    /** Every decision ever recorded that the rules took for the first time, oldest first. */
    List<DecisionRecord> all() {
        return db.sql("select * from transfer_decision where not decided_again order by seq")
                .query(DecisionRows::read)
                .list();
    }

    /** The sealed sentences of a decision against; empty when it permitted, or the case was erased. */
    Optional<byte[]> reasons(String id) {
        return db.sql("select reasons from transfer_decision where id = ? and reasons is not null")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    /** Takes the sealed sentences away, in the transaction that erases the case. */
    void forget(CaseId id) {
        db.sql("update transfer_decision set reasons = null where case_id = ?")
                .param(id.value())
                .update();
    }

    private static DecisionRecord read(ResultSet row, int number) throws SQLException {
        return new DecisionRecord(
                row.getString("id"),
                new TransferId(row.getString("transfer_id")),
                new CaseId(row.getString("case_id")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_for", LocalDate.class),
                TransferKind.of(row.getString("kind")),
                row.getString("verdict"),
                new Way(
                        row.getString("transfer_channel"),
                        row.getString("profile"),
                        row.getString("next_hop"),
                        row.getBoolean("sealed"),
                        row.getString("rule")),
                words(row.getString("objections")),
                Gate.of(row.getString("gate")),
                Optional.ofNullable(row.getString("opening")),
                words(row.getString("questions")),
                words(row.getString("fields")),
                row.getBoolean("personal"),
                row.getBoolean("received_securely"),
                row.getBoolean("call_missing"),
                Marking.valueOf(row.getString("marking")),
                row.getString("rule_set_hash"),
                row.getString("directory_hash"),
                agreement(row));
    }

    private static Optional<AgreementThen> agreement(ResultSet row) throws SQLException {
        @Nullable String id = row.getString("agreement");
        return id == null
                ? Optional.empty()
                : Optional.of(new AgreementThen(
                        id,
                        row.getObject("agreement_signed", LocalDate.class),
                        row.getObject("agreement_until", LocalDate.class)));
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }
}
