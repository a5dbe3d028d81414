package org.spocgateway.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code portal_package}. */
final class PackageRows {
    private static final String COLUMNS = "transfer, organisation, reference, reply_by, state, link_checks, code_hash, "
            + "code_until, code_wrong, code_rounds, code_not_before, read_at, answered_at, receipt";

    private final JdbcClient db;

    PackageRows(JdbcClient db) {
        this.db = db;
    }

    /** Once for each transfer; a second time changes nothing and gives false. */
    boolean insert(NewPackage contents, byte[] sealed, Instant now) {
        return db.sql(
                                "insert into portal_package (transfer, organisation, reference, reply_by, state, contents, staged_at) "
                                        + "values (?, ?, ?, ?, 'staged', ?, ?) on conflict do nothing")
                        .params(
                                contents.id().value(),
                                contents.organisation(),
                                contents.reference().value(),
                                contents.replyBy(),
                                sealed,
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<PackageRow> find(TransferId id) {
        return db.sql("select " + COLUMNS + " from portal_package where transfer = ?")
                .param(id.value())
                .query(PackageRows::row)
                .optional();
    }

    Optional<PackageRow> findByLink(String token) {
        return db.sql("select " + COLUMNS + " from portal_package where link_hash = ?")
                .param(Secrets.hash(token))
                .query(PackageRows::row)
                .optional();
    }

    /** Nobody else changes the package until the running transaction ends. */
    Optional<PackageRow> lock(TransferId id) {
        return db.sql("select " + COLUMNS + " from portal_package where transfer = ? for update")
                .param(id.value())
                .query(PackageRows::row)
                .optional();
    }

    byte[] contents(TransferId id) {
        return db.sql("select contents from portal_package where transfer = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
    }

    boolean live(TransferId id, String token) {
        return db.sql("update portal_package set state = 'live', link_hash = ? where transfer = ? and state = 'staged'")
                        .params(Secrets.hash(token), id.value())
                        .update()
                > 0;
    }

    boolean close(TransferId id, State to) {
        return db.sql("update portal_package set state = ?, code_hash = null where transfer = ? "
                                + "and state in ('staged', 'live', 'read')")
                        .params(to.word(), id.value())
                        .update()
                > 0;
    }

    void replyBy(TransferId id, LocalDate day) {
        db.sql("update portal_package set reply_by = ? where transfer = ? and state in ('staged', 'live', 'read')")
                .param(day)
                .param(id.value())
                .update();
    }

    boolean delete(TransferId id) {
        return db.sql("delete from portal_package where transfer = ?")
                        .param(id.value())
                        .update()
                > 0;
    }

    List<TransferId> overdue(LocalDate replyBefore) {
        return db.sql("select transfer from portal_package where state in ('live', 'read') and reply_by < ?")
                .param(replyBefore)
                .query((row, n) -> new TransferId(row.getString(1)))
                .list();
    }

    /** Counts a visit without a code; gives the new number. */
    int countLinkCheck(TransferId id) {
        db.sql("update portal_package set link_checks = link_checks + 1 where transfer = ?")
                .param(id.value())
                .update();
        return find(id).orElseThrow().linkChecks();
    }

    void setCode(TransferId id, byte[] hash, Instant until) {
        db.sql("update portal_package set code_hash = ?, code_until = ?, code_wrong = 0 where transfer = ?")
                .params(hash, until.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    void countWrongCode(TransferId id) {
        db.sql("update portal_package set code_wrong = code_wrong + 1 where transfer = ?")
                .param(id.value())
                .update();
    }

    /** The code is spent; another one is accepted from {@code notBefore}. */
    void spendCode(TransferId id, Instant notBefore) {
        db.sql("update portal_package set code_hash = null, code_wrong = 0, code_rounds = code_rounds + 1, "
                        + "code_not_before = ? where transfer = ?")
                .params(notBefore.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    /** A right code is used once: the next visit needs another one. */
    void useCode(TransferId id) {
        db.sql("update portal_package set code_hash = null, code_wrong = 0, code_rounds = 0, code_not_before = null "
                        + "where transfer = ?")
                .param(id.value())
                .update();
    }

    boolean read(TransferId id, Instant now) {
        return db.sql("update portal_package set state = 'read', read_at = ? where transfer = ? and state = 'live'")
                        .params(now.atOffset(ZoneOffset.UTC), id.value())
                        .update()
                > 0;
    }

    boolean answer(TransferId id, byte[] sealed, String receipt, Instant now) {
        return db.sql("update portal_package set state = 'answered', answer = ?, receipt = ?, answered_at = ?, "
                                + "code_hash = null where transfer = ? and state = 'read'")
                        .params(sealed, receipt, now.atOffset(ZoneOffset.UTC), id.value())
                        .update()
                > 0;
    }

    private static PackageRow row(ResultSet row, int n) throws SQLException {
        var code = new PackageRow.Code(
                Optional.ofNullable(row.getBytes("code_hash")),
                instant(row, "code_until").orElse(Instant.EPOCH),
                row.getInt("code_wrong"),
                row.getInt("code_rounds"),
                instant(row, "code_not_before").orElse(Instant.EPOCH));
        return new PackageRow(
                new TransferId(row.getString("transfer")),
                row.getString("organisation"),
                new RequestReference(row.getString("reference")),
                row.getObject("reply_by", LocalDate.class),
                State.of(row.getString("state")),
                row.getInt("link_checks"),
                code,
                instant(row, "read_at"),
                instant(row, "answered_at"),
                Optional.ofNullable(row.getString("receipt")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
