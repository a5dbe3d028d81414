package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;

/** The log's head is locked after everything else of a transaction, wherever in it the entry was appended. */
class LastStatementsTest {
    private final SettableClock clock = SettableClock.at("2026-11-24T09:12:04.120Z");

    @TempDir
    Path state;

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_step_that_has_appended_and_still_works_holds_nobody_up(Database database) {
        var log = TransferLogs.open(database, state, clock);

        database.tx().executeWithoutResult(status -> {
            log.append(entry(EntryType.OUT_SENT));
            assertThat(CompletableFuture.runAsync(() -> append(database, log, EntryType.OUT_DEFERRED)))
                    .as("another step, from begin to commit")
                    .succeedsWithin(5, TimeUnit.SECONDS);
        });

        assertThat(types(database)).containsExactly("log.shard", "out.deferred", "out.sent");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void entries_of_one_transaction_keep_their_order_and_their_receipts_tell_their_places(Database database) {
        var log = TransferLogs.open(database, state, clock);
        List<Receipt> receipts = new ArrayList<>();

        database.tx().executeWithoutResult(status -> {
            receipts.add(log.append(entry(EntryType.OUT_SENT)));
            database.tx().executeWithoutResult(inside -> receipts.add(log.append(entry(EntryType.PORTAL_LIVE))));
            receipts.add(log.append(entry(EntryType.GATE_STOPPED)));
        });

        assertThat(types(database)).containsExactly("log.shard", "out.sent", "portal.live", "gate.stopped");
        assertThat(receipts).extracting(Receipt::seq).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_receipt_proves_nothing_before_the_end_nor_after_a_rollback(Database database) {
        var log = TransferLogs.open(database, state, clock);
        List<Receipt> receipts = new ArrayList<>();

        database.tx().executeWithoutResult(status -> {
            receipts.add(log.append(entry(EntryType.OUT_SENT)));
            assertThatThrownBy(receipts.get(0)::seq).isInstanceOf(IllegalStateException.class);
            status.setRollbackOnly();
        });

        assertThatThrownBy(() -> log.covering(receipts.get(0))).isInstanceOf(IllegalStateException.class);
    }

    private static void append(Database database, TransferLog log, EntryType type) {
        database.tx().executeWithoutResult(status -> log.append(entry(type)));
    }

    private static Entry entry(EntryType type) {
        return Entry.of(type, Direction.INTERNAL);
    }

    private static List<String> types(Database database) {
        return database.db().sql("select leaf from log_entry order by seq").query(byte[].class).list().stream()
                .map(leaf -> new String(leaf, StandardCharsets.UTF_8).replaceFirst(".*\"type\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
