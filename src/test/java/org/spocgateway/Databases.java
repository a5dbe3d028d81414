package org.spocgateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fresh, migrated databases of both kinds for store tests: {@code @ParameterizedTest @MethodSource("org.spocgateway.Databases#both")}.
 *
 * <p>PostgreSQL is started once for each JVM, with {@code fsync} on; where it cannot start, its tests are skipped and say so.
 */
public final class Databases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        for (String chatty : List.of("io.zonky", "com.zaxxer", "org.flywaydb")) {
            if (LoggerFactory.getLogger(chatty) instanceof Logger logger) {
                logger.setLevel(Level.ERROR);
            }
        }
    }

    private Databases() {}

    /** A fresh one of each kind. */
    public static Stream<Database> both() {
        return Stream.of(h2(), postgres());
    }

    /** A fresh H2 database in memory. */
    public static Database h2() {
        return h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** A fresh H2 database in a file {@code <folder>/spoc.mv.db}. */
    public static Database h2(Path folder) {
        return h2("file:" + folder.toAbsolutePath().resolve("spoc"));
    }

    /** An H2 database at a place in H2's own notation, such as {@code cut:/tmp/x/spoc}. */
    public static Database h2(String place) {
        return migrated(
                "H2", "h2", "jdbc:h2:" + place + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0", "sa", "");
    }

    /** A fresh PostgreSQL database, on a server that keeps what it has acknowledged. */
    public static Database postgres() {
        if (Server.WHY_NOT != null) {
            return new Database("PostgreSQL, not available here: " + Server.WHY_NOT, null, null);
        }
        String name = "t" + COUNT.incrementAndGet();
        JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                .sql("create database " + name + " template migrated")
                .update();
        return new Database("PostgreSQL", "postgresql", pool(Server.url(name), "postgres", "postgres"));
    }

    /** The same database once more, through a pool of its own: a second node. */
    public static Database again(Database first) {
        var pool = (HikariDataSource) first.dataSource();
        return new Database(
                first.toString(), first.vendor, pool(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    }

    private static Database migrated(String name, String vendor, String url, String user, String password) {
        var pool = pool(url, user, password);
        migrate(pool, vendor);
        return new Database(name, vendor, pool);
    }

    private static void migrate(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING;
        static final String WHY_NOT;

        static {
            EmbeddedPostgres started = null;
            String why = null;
            try {
                started = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                JdbcClient.create(started.getPostgresDatabase())
                        .sql("create database migrated")
                        .update();
                migrate(started.getDatabase("postgres", "migrated"), "postgresql");
            } catch (java.io.IOException | RuntimeException | LinkageError e) {
                why = e.toString();
            }
            RUNNING = started;
            WHY_NOT = why;
        }

        static String url(String name) {
            return RUNNING.getJdbcUrl("postgres", name);
        }
    }

    /** One fresh database; asking an unavailable one for anything skips the test. */
    public static final class Database {
        private final String name;
        private final String vendor;
        private final HikariDataSource pool;

        Database(String name, String vendor, HikariDataSource pool) {
            this.name = name;
            this.vendor = vendor;
            this.pool = pool;
        }

        /** {@code H2} or {@code PostgreSQL}. */
        public String name() {
            return name;
        }

        /** Whether it is there at all; asking one that is not skips the test. */
        public boolean isAvailable() {
            return pool != null;
        }

        public boolean isPostgres() {
            return "postgresql".equals(vendor);
        }

        /** The pool; a {@link HikariDataSource}, so it can be closed. */
        public DataSource dataSource() {
            Assumptions.assumeTrue(pool != null, name);
            return pool;
        }

        public JdbcClient db() {
            return JdbcClient.create(dataSource());
        }

        /** Transactions in READ COMMITTED, as in production. */
        public TransactionTemplate tx() {
            var template = new TransactionTemplate(new DataSourceTransactionManager(dataSource()));
            template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
            return template;
        }

        public void close() {
            if (pool != null) {
                pool.close();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
