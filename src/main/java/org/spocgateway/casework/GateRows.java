package org.spocgateway.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.InboundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of gates. */
@Component
class GateRows {
    private final JdbcClient db;
    private final Clock clock;

    GateRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(CaseId id) {
        db.sql("insert into case_gate (case_id, gate, changed_at) values (:id, 'closed', :now)")
                .param("id", id.value())
                .param("now", Times.column(clock.instant()))
                .update();
    }

    Optional<GateRow> find(CaseId id) {
        return db.sql("select * from case_gate where case_id = :id")
                .param("id", id.value())
                .query(GateRows::row)
                .optional();
    }

    /** Under the row's lock until the running transaction ends. */
    GateRow lock(CaseId id) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a gate is locked inside a transaction only");
        }
        return db.sql("select * from case_gate where case_id = :id for update")
                .param("id", id.value())
                .query(GateRows::row)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no such case"));
    }

    /** Writes a row that was locked in this transaction. */
    void save(GateRow row) {
        Optional<Proposal> proposal = row.proposal();
        int updated = db.sql("""
                        update case_gate set gate = :gate, version = version + 1, way = :way, proposed_at = :proposedAt,
                            proposing_message = :message, proposing_grade = :grade, noted_by = :noted,
                            received_securely = :securely, mail_due = :mailDue, changed_at = :now
                        where case_id = :id and version = :version
                        """)
                .param("gate", row.gate().word())
                .param("way", proposal.map(Proposal::way).orElse(null))
                .param(
                        "proposedAt",
                        proposal.map(Proposal::at).map(Times::column).orElse(null))
                .param(
                        "message",
                        proposal.flatMap(Proposal::message)
                                .map(InboundId::value)
                                .orElse(null))
                .param(
                        "grade",
                        proposal.flatMap(Proposal::grade)
                                .map(ArrivalGrade::name)
                                .orElse(null))
                .param("noted", proposal.flatMap(Proposal::noted).orElse(null))
                .param("securely", row.receivedSecurely())
                .param("mailDue", row.mailDue().map(Times::column).orElse(null))
                .param("now", Times.column(clock.instant()))
                .param("id", row.caseId().value())
                .param("version", row.version())
                .update();
        if (updated != 1) {
            throw new IllegalStateException("a gate was written without its lock");
        }
    }

    /** Gates that a spoken go-ahead opened and whose police mail is overdue. */
    List<CaseId> mailOverdue(Instant now) {
        return db.sql("select case_id from case_gate where gate = 'open' and mail_due <= :now")
                .param("now", Times.column(now))
                .query((row, n) -> new CaseId(row.getString(1)))
                .list();
    }

    private static GateRow row(ResultSet row, int number) throws SQLException {
        return new GateRow(
                new CaseId(row.getString("case_id")),
                Gate.of(row.getString("gate")),
                row.getLong("version"),
                proposal(row),
                row.getBoolean("received_securely"),
                Times.maybe(row, "mail_due"));
    }

    private static Optional<Proposal> proposal(ResultSet row) throws SQLException {
        @Nullable String way = row.getString("way");
        if (way == null) {
            return Optional.empty();
        }
        return Optional.of(new Proposal(
                way,
                Times.at(row, "proposed_at"),
                Optional.ofNullable(row.getString("proposing_message")).map(InboundId::new),
                Optional.ofNullable(row.getString("proposing_grade")).map(ArrivalGrade::valueOf),
                Optional.ofNullable(row.getString("noted_by"))));
    }
}
