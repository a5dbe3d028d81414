package org.spocgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;

class VerifyTest {
    @TempDir
    static Path folder;

    private static byte[] good;
    private static String early;
    private static String verifierKey;

    @BeforeAll
    static void export_two_years() throws IOException {
        var clock = SettableClock.at("2026-12-31T23:00:00Z");
        Database database = Databases.h2();
        var log = TransferLogs.open(database, folder.resolve("state"), clock);
        append(database, log, 9);
        early = log.sign().note();
        append(database, log, 14);
        clock.advance(Duration.ofHours(2));
        append(database, log, 5);
        log.sign();
        append(database, log, 6);
        var out = new ByteArrayOutputStream();
        log.export(out);
        good = out.toByteArray();
        verifierKey = Files.readString(folder.resolve("state/log.vkey"));
    }

    @Test
    void a_good_export_is_verified_with_the_key_and_a_checkpoint_from_elsewhere() throws IOException {
        Verdict verdict = Verify.verify(file(good), Optional.of(verifierKey), Optional.of(early));

        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.sentence())
                .isEqualTo("Verified: 36 entries in 2 calendar year(s), 4 checkpoints, signed with the key you gave.");
    }

    @Test
    void without_a_key_from_elsewhere_it_says_what_that_is_worth() throws IOException {
        assertThat(Verify.verify(file(good), Optional.empty()).sentence()).contains("compare it");
    }

    @Test
    void each_of_a_thousand_random_changes_of_one_byte_is_rejected() throws IOException {
        var random = new Random(1000);
        for (int i = 0; i < 1000; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(Verify.verify(file(bad), Optional.empty()).exitCode())
                    .as("byte %d of %d", at, bad.length)
                    .isNotZero();
        }
    }

    @Test
    void a_cut_or_lengthened_export_is_rejected() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] cut = Arrays.copyOf(good, random.nextInt(good.length));
            assertThat(Verify.verify(file(cut), Optional.empty()).exitCode()).isNotZero();
        }
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        assertThat(Verify.verify(file(longer), Optional.empty()).exitCode()).isEqualTo(1);
    }

    @Test
    void the_first_bad_entry_is_named() throws IOException {
        byte[] bad = good.clone();
        int seventh = new String(bad, StandardCharsets.ISO_8859_1).indexOf("\"seq\":7,");
        int count = new String(bad, StandardCharsets.ISO_8859_1).lastIndexOf("\"count\":", seventh) + 8;
        bad[count] = '9';

        Verdict verdict = Verify.verify(file(bad), Optional.empty());

        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.sentence()).startsWith("ALTERED at entry 7 of brackenford.gov.uk/transfer-log/2026:");
    }

    @Test
    void another_key_than_the_given_one_is_rejected() throws IOException {
        Database database = Databases.h2();
        var log = TransferLogs.open(database, folder.resolve("other"), SettableClock.at("2026-11-24T09:00:00Z"));
        log.sign();
        String other = Files.readString(folder.resolve("other/log.vkey"));

        assertThat(Verify.verify(file(good), Optional.of(other)).sentence()).contains("another key");
    }

    @Test
    void a_log_cut_short_agrees_with_itself_but_not_with_a_kept_checkpoint() throws IOException {
        var clock = SettableClock.at("2026-11-24T09:00:00Z");
        Database database = Databases.h2();
        var log = TransferLogs.open(database, folder.resolve("short"), clock);
        append(database, log, 3);
        var out = new ByteArrayOutputStream();
        log.export(out);
        append(database, log, 3);
        String kept = log.sign().note();

        assertThat(Verify.verify(file(out.toByteArray()), Optional.empty()).exitCode())
                .isZero();
        assertThat(Verify.verify(file(out.toByteArray()), Optional.empty(), Optional.of(kept))
                        .sentence())
                .contains("missing");
    }

    @Test
    void the_program_answers_with_its_exit_code() throws IOException {
        var text = new ByteArrayOutputStream();
        var out = new PrintStream(text, true, StandardCharsets.UTF_8);

        assertThat(Verify.run(
                        new String[] {
                            file(good).toString(),
                            folder.resolve("state/log.vkey").toString()
                        },
                        out))
                .isZero();
        assertThat(Verify.run(new String[0], out)).isEqualTo(2);
        assertThat(Verify.run(new String[] {folder.resolve("nowhere.zip").toString()}, out))
                .isEqualTo(2);
        assertThat(Verify.run(new String[] {file(new byte[100]).toString()}, out))
                .isEqualTo(1);
        assertThat(text.toString(StandardCharsets.UTF_8)).contains("Verified:", "Usage:", "NOT UNDERSTOOD", "ALTERED");
    }

    private static void append(Database database, TransferLog log, int times) {
        for (int i = 0; i < times; i++) {
            int count = i;
            database.tx()
                    .executeWithoutResult(status -> log.append(
                            Entry.of(EntryType.OUT_SENT, Direction.OUT).with(Field.COUNT, count)));
        }
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("export.zip"), bytes);
    }
}
