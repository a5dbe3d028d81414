package org.spocgateway.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.spocgateway.Databases.Database;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Vaults for store tests, each with its keys in a fresh folder. */
public final class Vaults {
    private Vaults() {}

    /** A vault on this database, with the real clock. */
    public static Vault on(Database database) {
        return on(database, Clock.systemUTC());
    }

    /** A vault on this database, with this clock. */
    public static Vault on(Database database, Clock clock) {
        try {
            return on(database, clock, Files.createTempDirectory("vault").resolve("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A vault on this database with its keys in this folder. */
    public static Vault on(Database database, Clock clock, Path keys) {
        return new Vault(
                database.db(), new JdbcTransactionManager(database.dataSource()), keys, clock, new SecureRandom());
    }
}
