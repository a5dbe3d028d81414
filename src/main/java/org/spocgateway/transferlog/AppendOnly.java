package org.spocgateway.transferlog;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** The trigger by which H2 refuses to change or delete a row of the log; PostgreSQL has its own in {@code db/migration/postgresql}. */
public final class AppendOnly implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("the transfer log is append-only", "23001");
    }
}
