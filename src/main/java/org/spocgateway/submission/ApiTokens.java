package org.spocgateway.submission;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.RequestId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens that stand for an officer: 256 random bits, shown once, kept as a hash. */
@Component
public class ApiTokens {
    private final JdbcClient db;
    private final TransferLog log;
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final Clock clock;

    ApiTokens(JdbcClient db, TransferLog log, TransactionTemplate transaction, SecureRandom random, Clock clock) {
        this.db = db;
        this.log = log;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    /** Makes a token for an account and returns it; it cannot be shown again. */
    public String add(String accountId) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = "spoc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        transaction.executeWithoutResult(status -> {
            db.sql("insert into api_token (id, account_id, hash, created_at) values (?, ?, ?, ?)")
                    .params(RequestId.random(random).value(), accountId, hash(token), Timestamp.from(clock.instant()))
                    .update();
            log.append(Entry.of(EntryType.ADMIN_USER, Direction.INTERNAL)
                    .by(Actor.officer(accountId))
                    .with(Field.REASON, "token-added"));
        });
        return token;
    }

    /** Ends every token of an account; returns how many. */
    public int revoke(String accountId) {
        return transaction.execute(status -> {
            int revoked = db.sql("update api_token set revoked_at = ? where account_id = ? and revoked_at is null")
                    .params(Timestamp.from(clock.instant()), accountId)
                    .update();
            log.append(Entry.of(EntryType.ADMIN_USER, Direction.INTERNAL)
                    .by(Actor.officer(accountId))
                    .with(Field.REASON, "tokens-revoked")
                    .with(Field.COUNT, revoked));
            return revoked;
        });
    }

    /** The account that a token stands for; empty for an unknown or revoked one. */
    public Optional<String> accountOf(String token) {
        return db.sql("select account_id from api_token where hash = ? and revoked_at is null")
                .param(hash(token))
                .query(String.class)
                .optional();
    }

    private static String hash(String token) {
        return Fingerprint.of(token.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
