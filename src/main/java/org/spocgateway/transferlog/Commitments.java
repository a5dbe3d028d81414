package org.spocgateway.transferlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Commitments to values that a leaf must not show: the leaf holds an HMAC under a fresh salt; salt and value stand sealed in {@code
 * log_private} and go when their holder is erased.
 */
final class Commitments {
    private static final String COLUMN = "log_private.sealed";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random;

    Commitments(JdbcClient jdbc, Vault vault, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What opens one commitment; whoever has it can recompute the HMAC in the leaf.
     *
     * @param salt 64 hexadecimal digits
     */
    record Opening(String salt, String value) {
        @Override
        public String toString() {
            return "Opening[redacted]";
        }
    }

    /** Stores salt and value of every committed field, and gives the HMACs for the leaf. */
    Map<String, String> commit(String id, Entry entry) {
        Holder holder = entry.caseId()
                .map(Holder::of)
                .or(() -> entry.inbound().map(Holder::ofMessage))
                .orElseGet(() -> Holder.unfiled(LocalDate.now(clock)));
        var commitments = new TreeMap<String, String>();
        entry.committed().forEach((field, value) -> {
            byte[] salt = new byte[32];
            random.nextBytes(salt);
            var opening = new Opening(HexFormat.of().formatHex(salt), value);
            store(id, field, holder, opening);
            commitments.put(field, hmac(id, field, opening));
        });
        return commitments;
    }

    /** Opens a commitment for somebody who may see it; empty when the entry made none. */
    Optional<Opening> reveal(String id, String field) {
        return jdbc.sql("select holder, sealed from log_private where entry_id = ? and field = ?")
                .params(id, field)
                .query((row, n) -> vault.unseal(
                        new Holder(row.getString("holder")), COLUMN, id + "/" + field, row.getBytes("sealed")))
                .optional()
                .map(text -> new Opening(text.substring(0, 64), text.substring(64)));
    }

    /** The HMAC that stands in the leaf. */
    static String hmac(String id, String field, Opening opening) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(opening.salt()), "HmacSHA256"));
            String text = String.join("\0", "spoc-log/v1", id, field, opening.value());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private void store(String id, String field, Holder holder, Opening opening) {
        byte[] sealed = vault.seal(holder, COLUMN, id + "/" + field, opening.salt() + opening.value());
        jdbc.sql("insert into log_private (entry_id, field, holder, sealed) values (?, ?, ?, ?)")
                .params(id, field, holder.name(), sealed)
                .update();
    }
}
