package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates of erased cases, and whether each is final. */
@Component
public class PurgeCertificates {
    private static final Holder HOLDER = new Holder("certificate");
    private static final String COLUMN = "purge_certificate.text";

    private final JdbcClient db;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    PurgeCertificates(JdbcClient db, Vault vault, SecureRandom random, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** Every certificate, the newest first. */
    public List<PurgeCertificate> all() {
        return db.sql("select * from purge_certificate order by purged_at desc, id")
                .query(this::row)
                .list();
    }

    /** One certificate, by its own id or the case's. */
    public Optional<PurgeCertificate> find(String id) {
        return db.sql("select * from purge_certificate where id = ? or case_id = ?")
                .params(id, id)
                .query(this::row)
                .optional();
    }

    String newId() {
        return CaseId.random(random).value();
    }

    /** Keeps a certificate in the running transaction; gives its hash. */
    String keep(String id, CaseId caseId, String text, Collection<Holder> holders) {
        String sha256 = Fingerprint.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex();
        db.sql("insert into purge_certificate (id, case_id, purged_at, text, sha256) values (?, ?, ?, ?, ?)")
                .params(id, caseId.value(), Times.column(clock.instant()), vault.seal(HOLDER, COLUMN, id, text), sha256)
                .update();
        for (Holder holder : holders) {
            db.sql("insert into purge_holder (certificate, holder) values (?, ?)")
                    .params(id, holder.name())
                    .update();
        }
        return sha256;
    }

    private PurgeCertificate row(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new PurgeCertificate(
                id,
                new CaseId(row.getString("case_id")),
                Times.at(row, "purged_at"),
                vault.unseal(HOLDER, COLUMN, id, row.getBytes("text")),
                row.getString("sha256"),
                finalSince(id));
    }

    /** Final when the last key is; a single one that lasts keeps it from being final. */
    private Optional<Instant> finalSince(String id) {
        List<Optional<Instant>> each = db.sql("select holder from purge_holder where certificate = ?")
                .param(id)
                .query((row, n) -> vault.finalSince(new Holder(row.getString(1))))
                .list();
        return each.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : each.stream().flatMap(Optional::stream).max(Instant::compareTo);
    }
}
