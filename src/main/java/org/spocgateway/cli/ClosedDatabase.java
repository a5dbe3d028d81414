package org.spocgateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The database of a gateway that does not run, opened for one question and closed again; nothing is changed. */
final class ClosedDatabase implements AutoCloseable {
    private final SingleConnectionDataSource source;
    private final JdbcClient db;
    private final Vault vault;

    private ClosedDatabase(SingleConnectionDataSource source, Path state, Clock clock) {
        this.source = source;
        this.db = JdbcClient.create(source);
        this.vault =
                new Vault(db, new JdbcTransactionManager(source), state.resolve("keys"), clock, new SecureRandom());
    }

    /** Empty where there is none, or somebody else has it open. */
    static Optional<ClosedDatabase> in(Places places, Clock clock) {
        Path state = places.state().toAbsolutePath().normalize();
        Optional<String> elsewhere = places.settings().database();
        if (elsewhere.isEmpty() && !Files.exists(state.resolve("spoc.mv.db"))) {
            return Optional.empty();
        }
        Secret secret = places.settings().secret();
        var source = new SingleConnectionDataSource(
                elsewhere.orElse("jdbc:h2:file:" + state.resolve("spoc")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE"),
                secret.named("spring.datasource.username").orElse("sa"),
                secret.named("spring.datasource.password").orElse(""),
                true);
        try (Connection reached = source.getConnection()) {
            return reached.isValid(1) ? Optional.of(new ClosedDatabase(source, state, clock)) : Optional.empty();
        } catch (SQLException e) {
            source.destroy();
            return Optional.empty();
        }
    }

    JdbcClient db() {
        return db;
    }

    Vault vault() {
        return vault;
    }

    @Override
    public void close() {
        source.destroy();
    }
}
