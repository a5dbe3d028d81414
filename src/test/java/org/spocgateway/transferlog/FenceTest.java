package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;

class FenceTest {
    private final SettableClock clock = SettableClock.at("2026-11-24T09:00:00Z");

    @TempDir
    Path state;

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_database_that_is_where_the_checkpoint_says_may_act_also_after_a_restart(Database database) {
        var log = TransferLogs.open(database, state, clock);
        assertThat(log.mayAct()).isTrue();
        append(database, log, EntryType.CALL_NOTED);
        log.sign();
        append(database, log, EntryType.CALL_NOTED);

        assertThat(TransferLogs.open(database, state, clock).mayAct()).isTrue();
    }

    @Test
    void an_older_backup_is_fenced_appends_only_that_and_signs_nothing() {
        Database lost = Databases.h2();
        var log = TransferLogs.open(lost, state, clock);
        append(lost, log, EntryType.CALL_NOTED);
        log.sign();

        Database restored = Databases.h2();
        var behind = TransferLogs.open(restored, TransferLogs.vault(lost, state, clock), state, clock);

        assertThat(behind.mayAct()).isFalse();
        assertThatThrownBy(() -> append(restored, behind, EntryType.OUT_SENT)).hasMessageContaining("fenced");
        assertThatThrownBy(behind::sign).hasMessageContaining("fenced");
        append(restored, behind, EntryType.SYS_FENCED);
    }

    @Test
    void the_step_of_page_80_says_once_that_the_log_is_fenced() throws IOException {
        Database database = Databases.h2();
        var log = TransferLogs.open(database, state, clock);
        log.sign();
        Files.writeString(state.resolve("checkpoint"), "nothing of the kind");
        var steps = new TransferLogSteps(log, database.tx());

        steps.checkpoint();
        steps.checkpoint();

        assertThat(database.db()
                        .sql("select entry_type from log_fact order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("log.shard", "sys.fenced");
    }

    @Test
    void a_database_with_another_root_at_the_same_size_is_fenced() {
        Database one = Databases.h2();
        var log = TransferLogs.open(one, state, clock);
        append(one, log, EntryType.CALL_NOTED);
        log.sign();

        Database other = Databases.h2();
        var vault = TransferLogs.vault(one, state, clock);
        var forked = TransferLogs.open(other, vault, state.resolve("elsewhere"), clock);
        append(other, forked, EntryType.CALL_NOTED);
        append(other, forked, EntryType.CALL_NOTED);

        assertThat(TransferLogs.open(other, vault, state, clock).mayAct()).isFalse();
    }

    @Test
    void every_flipped_byte_of_the_checkpoint_file_fences() throws IOException {
        Database database = Databases.h2();
        var log = TransferLogs.open(database, state, clock);
        log.sign();
        Path file = state.resolve("checkpoint");
        byte[] good = Files.readAllBytes(file);

        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            assertThat(log.mayAct()).as("byte %d", i).isFalse();
        }
        Files.write(file, good);
        assertThat(log.mayAct()).isTrue();
    }

    @Test
    void a_second_spelling_of_the_same_signature_is_no_note() {
        String note = SignedNote.text("a.example/log", SignedNote.body("a.example/log", 1, new byte[32]), new byte[68]);

        assertThat(SignedNote.parse(note)).isPresent();
        assertThat(SignedNote.parse(note.replace("A=\n", "B=\n"))).isEmpty();
        assertThat(SignedNote.parse(note.substring(0, note.length() - 3) + "B=\n"))
                .isEmpty();
    }

    @Test
    void a_checkpoint_file_that_is_gone_fences_a_log_that_had_one() throws IOException {
        Database database = Databases.h2();
        var log = TransferLogs.open(database, state, clock);
        log.sign();

        Files.delete(state.resolve("checkpoint"));

        assertThat(log.mayAct()).isFalse();
    }

    @Test
    void a_missing_signing_key_is_never_replaced_by_a_new_one() throws IOException {
        Database database = Databases.h2();
        TransferLogs.open(database, state, clock).sign();

        Files.delete(state.resolve("keys/log-signing.key"));

        assertThatThrownBy(() -> TransferLogs.open(database, state, clock)).hasMessageContaining("restore");
    }

    private static void append(Database database, TransferLog log, EntryType type) {
        database.tx().executeWithoutResult(status -> log.append(Entry.of(type, Direction.INTERNAL)));
    }
}
