package org.spocgateway.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code portal_visit}: who has come through which lock, kept in the database so that withdrawing ends it everywhere at once. */
final class VisitRows {
    private final JdbcClient db;

    VisitRows(JdbcClient db) {
        this.db = db;
    }

    void begin(String token, TransferId id, Instant until) {
        db.sql("insert into portal_visit (visit_hash, transfer, until, stage) values (?, ?, ?, 'code')")
                .params(Secrets.hash(token), id.value(), until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Visit> find(String token, Instant now) {
        byte[] hash = Secrets.hash(token);
        return db.sql("select transfer, stage, draft from portal_visit where visit_hash = ? and until > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Visit(
                        token,
                        new TransferId(row.getString("transfer")),
                        Visit.Stage.of(row.getString("stage")),
                        Optional.ofNullable(row.getBytes("draft"))))
                .optional();
    }

    boolean move(Visit visit, Visit.Stage to) {
        return db.sql("update portal_visit set stage = ? where visit_hash = ? and stage = ?")
                        .params(
                                to.word(),
                                Secrets.hash(visit.token()),
                                visit.stage().word())
                        .update()
                > 0;
    }

    /** A new name for the visit once it may see more, so that a token planted before is worth nothing. */
    void rename(String from, String to) {
        db.sql("update portal_visit set visit_hash = ? where visit_hash = ?")
                .params(Secrets.hash(to), Secrets.hash(from))
                .update();
    }

    boolean hasDraft(TransferId id) {
        return db.sql("select count(*) from portal_visit where transfer = ? and draft is not null")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void draft(Visit visit, byte[] sealed) {
        db.sql("update portal_visit set draft = ? where visit_hash = ?")
                .params(sealed, Secrets.hash(visit.token()))
                .update();
    }

    void dropDrafts(TransferId id) {
        db.sql("update portal_visit set draft = null where transfer = ?")
                .param(id.value())
                .update();
    }

    void end(TransferId id) {
        db.sql("delete from portal_visit where transfer = ?").param(id.value()).update();
    }

    void end(String token) {
        db.sql("delete from portal_visit where visit_hash = ?")
                .param(Secrets.hash(token))
                .update();
    }

    /** One visit at a time: a statement that locked several could meet a withdrawal that locks them in another order. */
    void endBefore(Instant now) {
        db.sql("select visit_hash from portal_visit where until < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .list()
                .forEach(hash -> db.sql("delete from portal_visit where visit_hash = ?")
                        .param(hash)
                        .update());
    }
}
