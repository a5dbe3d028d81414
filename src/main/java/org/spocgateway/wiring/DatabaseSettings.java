package org.spocgateway.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.spocgateway.work.Barrier;
import org.spocgateway.work.H2Barrier;
import org.spocgateway.work.NotDurable;
import org.spocgateway.work.PostgresBarrier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One database: an H2 file in the state folder unless {@code spring.datasource.url} names another; it is checked before anything acts on
 * it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {
    /** The file {@code <state>/spoc.mv.db}; nothing but H2 ever opens it. */
    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    JdbcConnectionDetails databaseFile(@Value("${gateway.state}") Path state) {
        Path folder = StateFolder.made(state);
        return new H2File("jdbc:h2:file:" + folder.resolve("spoc")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** The start is refused with one sentence and exit code 2 when the database would not keep what it acknowledges. */
    @Bean
    Barrier barrier(DataSource database, JdbcConnectionDetails details) {
        Barrier barrier = DatabaseDriver.fromJdbcUrl(details.getJdbcUrl()) == DatabaseDriver.H2
                ? new H2Barrier(side(details))
                : new PostgresBarrier(database);
        barrier.check();
        checkIsolation(database);
        return barrier;
    }

    @Bean
    HealthIndicator durabilityHealthIndicator(Barrier barrier) {
        return new AbstractHealthIndicator("the database would not keep what it acknowledges") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                barrier.check();
                health.up();
            }
        };
    }

    /** READ COMMITTED is what the order of locks in every settling step was proven with. */
    private static void checkIsolation(DataSource database) {
        try (var connection = database.getConnection()) {
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                throw new NotDurable("The database does not run its transactions in READ COMMITTED; set "
                        + "spring.datasource.hikari.transaction-isolation to TRANSACTION_READ_COMMITTED.");
            }
        } catch (SQLException e) {
            throw new NotDurable("The database cannot be reached.", e);
        }
    }

    private static DataSource side(JdbcConnectionDetails details) {
        var pool = new HikariDataSource();
        pool.setPoolName("barrier");
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        return pool;
    }

    private record H2File(String getJdbcUrl) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "sa";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
