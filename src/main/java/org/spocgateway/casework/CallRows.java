package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of telephone calls with police. */
@Component
class CallRows {
    private static final String CALL = "call_note.call";

    private final JdbcClient db;
    private final SealedText sealed;
    private final SecureRandom random;
    private final Clock clock;

    CallRows(JdbcClient db, SealedText sealed, SecureRandom random, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.random = random;
        this.clock = clock;
    }

    /** {@code purpose}: {@code urgent}, {@code go-ahead}, {@code not-yet} or {@code stop}. */
    void insert(CaseId id, String purpose, PhoneCall call, Actor by) {
        insert(id, purpose, call, by, Optional.empty());
    }

    /** The same for a call whose mail must have come by then (R11). */
    void insert(CaseId id, String purpose, PhoneCall call, Actor by, Optional<Instant> mailDue) {
        String row = RowId.random(random);
        String text = Written.text(List.of(call.caller(), call.collarNumber(), call.number()));
        db.sql("""
                        insert into call_note (id, case_id, purpose, called_at, noted_at, by_role, by_ref, call, mail_due)
                        values (:id, :caseId, :purpose, :at, :now, :role, :ref, :call, :mailDue)
                        """)
                .param("id", row)
                .param("caseId", id.value())
                .param("purpose", purpose)
                .param("at", Times.column(call.at()))
                .param("now", Times.column(clock.instant()))
                .param("role", by.role().name())
                .param("ref", by.ref())
                .param("call", sealed.seal(id, CALL, row, text))
                .param("mailDue", mailDue.map(Times::column).orElse(null))
                .update();
    }

    List<CallNotes.Note> of(CaseId id) {
        return db.sql("select * from call_note where case_id = :id order by noted_at, id")
                .param("id", id.value())
                .query((row, n) -> note(id, row))
                .list();
    }

    /** Whether any call was noted since then. */
    boolean notedSince(CaseId id, Instant since) {
        return db.sql("select count(*) from call_note where case_id = :id and called_at >= :since")
                        .param("id", id.value())
                        .param("since", Times.column(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private CallNotes.Note note(CaseId id, ResultSet row) throws SQLException {
        List<String> call = Written.list(sealed.unseal(id, CALL, row.getString("id"), row.getBytes("call")));
        return new CallNotes.Note(
                new PhoneCall(call.get(0), call.get(1), Times.at(row, "called_at"), call.get(2)),
                Timeline.actor(row, "by"),
                Times.at(row, "noted_at"));
    }
}
