package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of each case: only ever added to. */
@Component
class Timeline {
    private static final String DETAIL = "case_event.detail";

    private final JdbcClient db;
    private final SealedText sealed;
    private final SecureRandom random;
    private final Clock clock;

    Timeline(JdbcClient db, SealedText sealed, SecureRandom random, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.random = random;
        this.clock = clock;
    }

    void add(CaseId id, String what, Actor by) {
        insert(id, what, by, "", Optional.empty(), Optional.empty());
    }

    void add(CaseId id, String what, Actor by, String detail) {
        insert(id, what, by, detail, Optional.empty(), Optional.empty());
    }

    void add(CaseId id, String what, Actor by, TransferId transfer) {
        insert(id, what, by, "", Optional.empty(), Optional.of(transfer));
    }

    /** With how the message travelled. */
    void add(CaseId id, String what, Actor by, Inbound message) {
        insert(id, what, by, "", Optional.of(message), Optional.empty());
    }

    void add(CaseId id, String what, Actor by, Inbound message, TransferId answers) {
        insert(id, what, by, "", Optional.of(message), Optional.of(answers));
    }

    List<TimelineEntry> of(CaseId id) {
        return db.sql("select * from case_event where case_id = :id order by seq desc")
                .param("id", id.value())
                .query((row, n) -> entry(id, row))
                .list();
    }

    private void insert(
            CaseId id, String what, Actor by, String detail, Optional<Inbound> message, Optional<TransferId> transfer) {
        String row = RowId.random(random);
        db.sql("""
                        insert into case_event (id, case_id, at, what, by_role, by_ref, detail, inbound_id, transfer_id,
                            grade, signature, key_name)
                        values (:id, :caseId, :at, :what, :role, :ref, :detail, :message, :transfer, :grade, :signature,
                            :key)
                        """)
                .param("id", row)
                .param("caseId", id.value())
                .param("at", Times.column(clock.instant()))
                .param("what", what)
                .param("role", by.role().name())
                .param("ref", by.ref())
                .param("detail", detail.isEmpty() ? null : sealed.seal(id, DETAIL, row, detail))
                .param("message", message.map(each -> each.id().value()).orElse(null))
                .param("transfer", transfer.map(TransferId::value).orElse(null))
                .param(
                        "grade",
                        message.flatMap(Inbound::classified)
                                .map(each -> each.grade().name())
                                .orElse(null))
                .param("signature", message.flatMap(Inbound::signatureWord).orElse(null))
                .param("key", message.flatMap(Inbound::key).orElse(null))
                .update();
    }

    private TimelineEntry entry(CaseId id, ResultSet row) throws SQLException {
        byte @Nullable [] detail = row.getBytes("detail");
        return new TimelineEntry(
                Times.at(row, "at"),
                row.getString("what"),
                actor(row, "by"),
                detail == null ? "" : sealed.unseal(id, DETAIL, row.getString("id"), detail),
                Optional.ofNullable(row.getString("inbound_id")).map(InboundId::new),
                Optional.ofNullable(row.getString("transfer_id")).map(TransferId::new),
                travelled(row));
    }

    private static Optional<Travelled> travelled(ResultSet row) throws SQLException {
        @Nullable String grade = row.getString("grade");
        if (grade == null) {
            return Optional.empty();
        }
        @Nullable String signature = row.getString("signature");
        return Optional.of(new Travelled(
                ArrivalGrade.valueOf(grade),
                signature == null ? "undetermined" : signature,
                Optional.ofNullable(row.getString("key_name"))));
    }

    static Actor actor(ResultSet row, String prefix) throws SQLException {
        return new Actor(Actor.Role.valueOf(row.getString(prefix + "_role")), row.getString(prefix + "_ref"));
    }
}
