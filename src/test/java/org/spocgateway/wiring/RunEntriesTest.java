package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.Installation;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.transferlog.TransferLog;

class RunEntriesTest {
    private final Database database = Databases.h2();

    @TempDir
    private Path folder;

    private TransferLog log;
    private RunEntries run;

    @BeforeEach
    void open() {
        log = TransferLogs.open(database, folder.resolve("state"), SettableClock.at("2026-11-24T08:00:00Z"));
        run = new RunEntries(log, database.tx(), Installation.in(folder).directory(), "node-1");
    }

    @Test
    void a_start_and_a_stop_in_good_order_are_entries() {
        run.start();
        run.stop();
        run.stop();

        assertThat(types()).containsExactly("log.shard", "sys.start", "sys.stop");
    }

    @Test
    void a_fenced_log_is_not_written_and_does_not_stop_the_process() throws IOException {
        log.sign();
        Files.writeString(folder.resolve("state/checkpoint"), "something else");

        run.start();
        run.stop();

        assertThat(types()).containsExactly("log.shard");
    }

    @Test
    void a_database_that_is_gone_does_not_keep_the_process_from_stopping() {
        run.start();
        database.close();

        run.stop();
    }

    private List<String> types() {
        return database.db()
                .sql("select entry_type from log_fact order by seq")
                .query(String.class)
                .list();
    }
}
