package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cases. */
@Component
class CaseRows {
    private static final String REFERENCE = "case_file.reference";
    // Read from the history, not kept on the row: a portal answer must not lock the case's row after the package's.
    private static final String SELECT = """
            select f.*, coalesce((select max(e.at) from case_event e where e.case_id = f.id), f.opened_at) as changed_at
            from case_file f\s""";

    private final JdbcClient db;
    private final SealedText sealed;
    private final SecureRandom random;
    private final Clock clock;

    CaseRows(JdbcClient db, SealedText sealed, SecureRandom random, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.random = random;
        this.clock = clock;
    }

    CaseId insert(String force) {
        CaseId id = CaseId.random(random);
        CaseReference reference = freeReference();
        Instant now = clock.instant();
        db.sql("""
                        insert into case_file (id, reference, reference_index, force, opened_at)
                        values (:id, :reference, :index, :force, :now)
                        """)
                .param("id", id.value())
                .param("reference", sealed.seal(id, REFERENCE, id.value(), reference.value()))
                .param("index", index(reference))
                .param("force", force)
                .param("now", Times.column(now))
                .update();
        return id;
    }

    Optional<CaseRow> find(CaseId id) {
        return db.sql(SELECT + "where f.id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    CaseRow get(CaseId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no such case"));
    }

    Optional<CaseId> byReference(CaseReference reference) {
        return db.sql("select id from case_file where reference_index = :index")
                .param("index", index(reference))
                .query((row, n) -> new CaseId(row.getString(1)))
                .optional();
    }

    List<CaseRow> open() {
        return db.sql(SELECT + "where f.closed_at is null").query(this::row).list();
    }

    void urgentMail(CaseId id, Instant receivedAt, boolean callMissing) {
        db.sql("""
                        update case_file set urgent = true, urgent_mail_at = :at, call_missing = :missing where id = :id
                        """)
                .param("at", Times.column(receivedAt))
                .param("missing", callMissing)
                .param("id", id.value())
                .update();
    }

    void callNoted(CaseId id) {
        db.sql("update case_file set call_missing = false where id = :id")
                .param("id", id.value())
                .update();
    }

    void close(CaseId id) {
        db.sql("update case_file set closed_at = :now, call_missing = false where id = :id and closed_at is null")
                .param("now", Times.column(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void reopen(CaseId id) {
        db.sql("update case_file set closed_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    private CaseReference freeReference() {
        CaseReference reference = CaseReference.random(random);
        while (byReference(reference).isPresent()) {
            reference = CaseReference.random(random);
        }
        return reference;
    }

    private byte[] index(CaseReference reference) {
        return sealed.index("case-reference", reference.value());
    }

    private CaseRow row(ResultSet row, int number) throws SQLException {
        var id = new CaseId(row.getString("id"));
        return new CaseRow(
                id,
                new CaseReference(sealed.unseal(id, REFERENCE, id.value(), row.getBytes("reference"))),
                row.getString("force"),
                Times.at(row, "opened_at"),
                Times.at(row, "changed_at"),
                Times.maybe(row, "closed_at"),
                row.getBoolean("urgent"),
                Times.maybe(row, "urgent_mail_at"),
                row.getBoolean("call_missing"));
    }
}
