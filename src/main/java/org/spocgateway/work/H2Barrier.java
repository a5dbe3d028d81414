package org.spocgateway.work;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@code CHECKPOINT SYNC} on a connection of its own: H2 acknowledges a commit before it has forced it, whatever WRITE_DELAY says.
 *
 * <p>The user of the data source must be H2's administrator.
 */
public final class H2Barrier implements Barrier, AutoCloseable {
    private final DataSource side;

    /** Barriers through a pool that nothing else uses. */
    public H2Barrier(DataSource side) {
        this.side = side;
    }

    @Override
    public void take() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the barrier was taken inside a transaction, which it would not cover");
        }
        try (var connection = side.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw new NotDurable("The database could not force its file to the disk.", e);
        }
    }

    /** WRITE_DELAY=0 covers the death of the process, the barrier the death of the machine. */
    @Override
    public void check() {
        String delay = JdbcClient.create(side)
                .sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(String.class)
                .single();
        if (!"0".equals(delay)) {
            throw new NotDurable("The H2 database has WRITE_DELAY " + delay
                    + ", so it could lose what it has acknowledged; put ;WRITE_DELAY=0 into its address.");
        }
    }

    @Override
    public void close() throws Exception {
        if (side instanceof AutoCloseable pool) {
            pool.close();
        }
    }
}
