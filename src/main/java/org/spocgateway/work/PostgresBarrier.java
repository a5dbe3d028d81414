package org.spocgateway.work;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** On PostgreSQL the commit is the barrier, as long as three settings are on. */
public final class PostgresBarrier implements Barrier {
    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final DataSource database;

    public PostgresBarrier(DataSource database) {
        this.database = database;
    }

    @Override
    public void take() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the barrier was taken inside a transaction, which it would not cover");
        }
    }

    @Override
    public void check() {
        var db = JdbcClient.create(database);
        List<String> off = SETTINGS.stream()
                .filter(name -> "off"
                        .equals(db.sql("select current_setting(?)")
                                .param(name)
                                .query(String.class)
                                .single()))
                .toList();
        if (!off.isEmpty()) {
            throw new NotDurable("PostgreSQL has " + String.join(" and ", off)
                    + " off, so it could lose what it has acknowledged; switch on " + String.join(" and ", off)
                    + " in postgresql.conf.");
        }
    }
}
