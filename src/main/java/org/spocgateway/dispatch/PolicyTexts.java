package org.spocgateway.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every text of the policy that was ever active, under its hash: decisions name the hash, so the words they were taken under can be read
 * for ever. Sealed, because a directory names officers.
 */
@Component
public class PolicyTexts {
    private static final Holder HOLDER = new Holder("policy");
    private static final String COLUMN = "policy_text.sealed";

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    /** Over this database. */
    public PolicyTexts(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * One part of the policy as it was from some time on.
     *
     * @param part {@code release-rules}, {@code directory}, {@code classification} or {@code templates}
     * @param hash what decisions and the log call it
     */
    public record Active(Instant since, String part, String hash) {}

    /**
     * Keeps the texts of a part that is active now, in the running transaction.
     *
     * @return false when it was the active one already
     */
    public boolean activate(String part, String hash, Map<String, byte[]> files) {
        files.forEach((name, text) -> keep(hash, name, text));
        if (newest(part).filter(last -> last.hash().equals(hash)).isPresent()) {
            return false;
        }
        db.sql("insert into policy_active (since, part, hash) values (?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), part, hash)
                .update();
        return true;
    }

    /** A text of the snapshot that this hash stands for. */
    public Optional<byte[]> text(String hash, String name) {
        return db.sql("select t.hash, t.sealed from policy_text t join policy_snapshot s on s.text_hash = t.hash"
                        + " where s.hash = ? and s.name = ?")
                .params(hash, name)
                .query((row, n) -> vault.unseal(HOLDER, COLUMN, row.getString(1), row.getBytes(2))
                        .getBytes(ISO_8859_1))
                .optional();
    }

    /** Names of the texts of a snapshot; empty when nothing was kept under this hash. */
    public List<String> names(String hash) {
        return db.sql("select name from policy_snapshot where hash = ? order by name")
                .param(hash)
                .query(String.class)
                .list();
    }

    /** Since when a snapshot was active, the last time that it became so. */
    public Optional<Instant> since(String hash) {
        return history().stream()
                .filter(each -> each.hash().equals(hash))
                .map(Active::since)
                .reduce((first, later) -> later);
    }

    /** What was active when, oldest first. */
    public List<Active> history() {
        return db.sql("select since, part, hash from policy_active order by seq")
                .query((row, n) -> new Active(
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("part"),
                        row.getString("hash")))
                .list();
    }

    private Optional<Active> newest(String part) {
        return history().stream().filter(each -> each.part().equals(part)).reduce((first, later) -> later);
    }

    private void keep(String hash, String name, byte[] text) {
        String textHash = Fingerprint.of(text).hex();
        byte[] sealed = vault.seal(HOLDER, COLUMN, textHash, new String(text, ISO_8859_1));
        db.sql("insert into policy_text (hash, sealed) values (?, ?) on conflict do nothing")
                .params(textHash, sealed)
                .update();
        db.sql("insert into policy_snapshot (hash, name, text_hash) values (?, ?, ?) on conflict do nothing")
                .params(hash, name, textHash)
                .update();
    }
}
