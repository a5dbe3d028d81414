package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.TransferLogs;

/** Without page 80 nothing is signed, so nothing leaves. */
class Page80Test {
    @TempDir
    Path state;

    private Databases.Database database;
    private TransferLog log;

    @BeforeEach
    void open() {
        database = Databases.h2();
        log = new TransferLog(
                database.dataSource(),
                database.tx(),
                TransferLogs.vault(database, state, Clock.systemUTC()),
                Clock.systemUTC(),
                new SecureRandom(),
                new TransferLogSettings("brackenford.gov.uk", state, Duration.ofSeconds(1)),
                () -> {});
    }

    private Receipt append() {
        return database.tx().execute(status -> log.append(Entry.of(EntryType.OUT_EOD_INTENT, Direction.OUT)));
    }

    @Test
    void a_transfer_that_no_page_signs_for_gets_no_checkpoint() {
        Receipt receipt = append();

        assertThatThrownBy(() -> log.covering(receipt)).hasMessageContaining("page 80 did not sign");
    }

    @Test
    void the_page_signs_for_whoever_waits() throws Exception {
        var steps = new TransferLogSteps(log, database.tx());
        steps.checkpoint();
        Receipt receipt = append();

        var waiting = CompletableFuture.supplyAsync(() -> log.covering(receipt));
        while (!waiting.isDone()) {
            steps.checkpoint();
        }

        assertThat(waiting.get().size()).isGreaterThan(receipt.seq());
    }
}
