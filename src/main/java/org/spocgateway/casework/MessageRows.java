package org.spocgateway.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages are on which case, and which of them must go on to police. */
@Component
class MessageRows {
    private final JdbcClient db;
    private final Clock clock;

    MessageRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** {@code forwardDue} is when the message must have gone on to police; empty when it need not. */
    void insert(Inbound message, CaseId caseId, Optional<Instant> forwardDue) {
        db.sql("""
                        insert into case_message
                            (inbound_id, case_id, kind, received_at, filed_at, grade, suppressed, forward_due)
                        values (:id, :caseId, :kind, :receivedAt, :now, :grade, :suppressed, :due)
                        """)
                .param("id", message.id().value())
                .param("caseId", caseId.value())
                .param(
                        "kind",
                        message.classified()
                                .map(Classified::kind)
                                .orElse(MessageKind.UNSORTED)
                                .id())
                .param("receivedAt", Times.column(message.receivedAt()))
                .param("now", Times.column(clock.instant()))
                .param(
                        "grade",
                        message.classified().map(each -> each.grade().name()).orElse(null))
                .param("suppressed", message.suppressed())
                .param("due", forwardDue.map(Times::column).orElse(null))
                .update();
    }

    /** The message was opened after it was put on the case: what it is now, and when it must have gone on. */
    void again(Inbound message, Optional<Instant> forwardDue) {
        db.sql("""
                        update case_message set kind = :kind, grade = :grade, forward_due = coalesce(forward_due, :due)
                        where inbound_id = :id
                        """)
                .param(
                        "kind",
                        message.classified()
                                .map(Classified::kind)
                                .orElse(MessageKind.UNSORTED)
                                .id())
                .param(
                        "grade",
                        message.classified().map(each -> each.grade().name()).orElse(null))
                .param("due", forwardDue.map(Times::column).orElse(null))
                .param("id", message.id().value())
                .update();
    }

    Optional<MessageRow> find(InboundId id) {
        return db.sql("select * from case_message where inbound_id = :id")
                .param("id", id.value())
                .query(MessageRows::row)
                .optional();
    }

    /** Referrals of a case that must go on, or have gone on. */
    List<MessageRow> toForward(CaseId id) {
        return db.sql("select * from case_message where case_id = :id and forward_due is not null order by received_at")
                .param("id", id.value())
                .query(MessageRows::row)
                .list();
    }

    /** Every referral that has not gone on. */
    List<MessageRow> notForwarded() {
        return db.sql("""
                        select * from case_message where forward_due is not null and forwarded_at is null
                        order by received_at
                        """).query(MessageRows::row).list();
    }

    void forwarded(InboundId id, TransferId transfer) {
        db.sql("update case_message set forwarded_at = :now, forward_transfer = :transfer where inbound_id = :id")
                .param("now", Times.column(clock.instant()))
                .param("transfer", transfer.value())
                .param("id", id.value())
                .update();
    }

    private static MessageRow row(ResultSet row, int number) throws SQLException {
        return new MessageRow(
                new InboundId(row.getString("inbound_id")),
                new CaseId(row.getString("case_id")),
                Times.at(row, "received_at"),
                Times.maybe(row, "forward_due"),
                Times.maybe(row, "forwarded_at"),
                Optional.ofNullable(row.getString("forward_transfer")).map(TransferId::new));
    }
}
