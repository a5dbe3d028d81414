package org.spocgateway.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests, forwards and safeguarding referrals. */
@Component
class RequestRows {
    private final JdbcClient db;
    private final SealedText sealed;
    private final Clock clock;

    RequestRows(JdbcClient db, SealedText sealed, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** {@code key} names the wish once and for all; {@code draft} is what was wished. */
    boolean insert(RequestRow row, String key, String draft) {
        return db.sql("""
                                insert into case_request (id, case_id, kind, key_index, draft_index, author_role, author_ref,
                                    approved_at, not_before, reply_by, marking, questions, free_text, facts, documents)
                                values (:id, :caseId, :kind, :key, :draft, :role, :ref, :approvedAt, :notBefore, :replyBy,
                                    :marking, :questions, :freeText, :facts, :documents) on conflict do nothing
                                """)
                        .param("id", row.id().value())
                        .param("caseId", row.caseId().value())
                        .param("kind", row.kind().word())
                        .param("key", sealed.index("request-key", key))
                        .param("draft", sealed.index("request-draft", draft))
                        .param("role", row.author().role().name())
                        .param("ref", row.author().ref())
                        .param("approvedAt", Times.column(row.approvedAt()))
                        .param("notBefore", Times.column(row.notBefore()))
                        .param("replyBy", row.replyBy())
                        .param("marking", row.marking().name())
                        .param("questions", seal(row, "questions", Written.text(row.questions())))
                        .param("freeText", seal(row, "free_text", row.freeText()))
                        .param("facts", seal(row, "facts", Written.text(row.fields())))
                        .param("documents", seal(row, "documents", Written.documents(row.documents())))
                        .update()
                == 1;
    }

    /** The request that this key made; empty when there is none. */
    Optional<RequestRow> byKey(String key) {
        return db.sql("select * from case_request where key_index = :key")
                .param("key", sealed.index("request-key", key))
                .query(this::row)
                .optional();
    }

    /** Whether the request was made from this draft. */
    boolean isSame(RequestId id, String draft) {
        byte[] stored = db.sql("select draft_index from case_request where id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        return Arrays.equals(stored, sealed.index("request-draft", draft));
    }

    Optional<RequestRow> find(RequestId id) {
        return db.sql("select * from case_request where id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    List<RequestRow> of(CaseId id) {
        return db.sql("select * from case_request where case_id = :id order by approved_at desc, id")
                .param("id", id.value())
                .query(this::row)
                .list();
    }

    /** Information requests that were not undone and that some recipient has not answered. */
    List<RequestRow> waiting() {
        return db.sql("select * from case_request r where " + UNANSWERED + " order by reply_by, approved_at")
                .query(this::row)
                .list();
    }

    boolean anyUnanswered(CaseId id) {
        return db.sql("select count(*) from case_request r where r.case_id = :id and " + UNANSWERED)
                        .param("id", id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether any question stands that was not undone. */
    boolean anyAsked(CaseId id) {
        return db.sql("""
                                select count(*) from case_request
                                where case_id = :id and kind = 'information-request' and undone_at is null
                                """).param("id", id.value()).query(Long.class).single() > 0;
    }

    void undone(RequestId id) {
        db.sql("update case_request set undone_at = :now where id = :id and undone_at is null")
                .param("now", Times.column(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void replyBy(RequestId id, LocalDate day) {
        db.sql("update case_request set reply_by = :day where id = :id")
                .param("day", day)
                .param("id", id.value())
                .update();
    }

    private static final String UNANSWERED = """
            r.undone_at is null and r.kind = 'information-request' and exists (
                select 1 from request_recipient p where p.request_id = r.id and not p.not_sent and not exists (
                    select 1 from case_answer a where a.transfer_id = p.transfer_id))""";

    private byte[] seal(RequestRow row, String column, String text) {
        return sealed.seal(row.caseId(), "case_request." + column, row.id().value(), text);
    }

    private RequestRow row(ResultSet row, int number) throws SQLException {
        return new RequestRow(
                new RequestId(row.getString("id")),
                new CaseId(row.getString("case_id")),
                TransferKind.of(row.getString("kind")),
                Timeline.actor(row, "author"),
                Times.at(row, "approved_at"),
                Times.at(row, "not_before"),
                Times.maybe(row, "undone_at"),
                row.getObject("reply_by", LocalDate.class),
                Marking.valueOf(row.getString("marking")),
                Written.list(unseal(row, "questions")),
                unseal(row, "free_text"),
                Written.map(unseal(row, "facts")),
                Written.documents(unseal(row, "documents")));
    }

    private String unseal(ResultSet row, String column) throws SQLException {
        return sealed.unseal(
                new CaseId(row.getString("case_id")),
                "case_request." + column,
                row.getString("id"),
                row.getBytes(column));
    }
}
