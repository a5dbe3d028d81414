package org.spocgateway;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.spocgateway.transferlog.Discretion;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.transferlog.TransferLogSettings;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The real transfer log of Brackenford over a test database, with its keys and its checkpoint in a folder of the test. */
public final class TransferLogs {
    private static final Discretion DISCRETION =
            new Discretion(Set.of("harbourlight", "harbourlight.example"), Set.of("jo-pendry"));

    private TransferLogs() {}

    /** A log with a vault of its own. */
    public static TransferLog open(Databases.Database database, Path state, Clock clock) {
        return open(database, vault(database, state, clock), state, clock);
    }

    /** A log over a vault that the test uses too. */
    public static TransferLog open(Databases.Database database, Vault vault, Path state, Clock clock) {
        return new TransferLog(
                database.dataSource(),
                database.tx(),
                vault,
                clock,
                new SecureRandom(),
                new TransferLogSettings("brackenford.gov.uk", state, Duration.ZERO, DISCRETION),
                () -> {});
    }

    /** The vault whose keys stand in the folder. */
    public static Vault vault(Databases.Database database, Path state, Clock clock) {
        return new Vault(
                database.db(),
                new DataSourceTransactionManager(database.dataSource()),
                state.resolve("keys"),
                clock,
                new SecureRandom());
    }
}
