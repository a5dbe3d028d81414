package org.spocgateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.terms.CaseId;

class VaultTest {
    private static final Holder UNFILED = Holder.unfiled(LocalDate.of(2026, 11, 24));
    private static final Holder CASE = Holder.of(CaseId.random(new SecureRandom()));
    private static final byte[] FIVE_MB = random(5 << 20);
    private static final byte[] SOME = random(20_000);

    private final SettableClock clock = SettableClock.at("2026-11-24T09:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void five_megabytes_come_back_as_they_went_in_rows_of_at_most_one_mebibyte(Database database) {
        Vault vault = vault(database);

        BlobId id = kept(database, vault, UNFILED, FIVE_MB);

        assertThat(vault.read(id)).isEqualTo(FIVE_MB);
        assertThat(vault.size(id)).isEqualTo(FIVE_MB.length);
        assertThat(sizes(database, id)).hasSize(6).allMatch(size -> size <= 1 << 20);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_long_stream_passes_in_small_pieces_in_either_direction(Database database) throws IOException {
        Vault vault = vault(database);
        long[] most = new long[1];

        BlobId id = vault.put(UNFILED, watched(new Endless(12L << 20), most));
        try (var plaintext = watched(vault.open(id), most)) {
            plaintext.skipNBytes(12L << 20);
        }

        assertThat(most[0]).as("most bytes asked for at a time").isLessThan(2 << 20);
        assertThat(sizes(database, id)).hasSizeGreaterThan(11).allMatch(size -> size <= 1 << 20);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_changed_row_shows_before_any_of_its_bytes_is_returned(Database database) throws IOException {
        Vault vault = vault(database);
        BlobId id = kept(database, vault, UNFILED, FIVE_MB);
        byte[] third = row(database, id, 2);
        third[500_000] ^= 1;
        database.db()
                .sql("update blob_chunk set bytes = ? where blob = ? and seq = 2")
                .params(third, id.value())
                .update();

        byte[] before = new byte[2 << 20];
        try (var plaintext = vault.open(id)) {
            int got = plaintext.readNBytes(before, 0, (2 << 20) - 1000);
            assertThat(Arrays.copyOf(before, got)).isEqualTo(Arrays.copyOf(FIVE_MB, got));
            assertThatThrownBy(() -> plaintext.readNBytes(2000)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void swapped_missing_and_foreign_rows_are_found(Database database) {
        Vault vault = vault(database);
        BlobId swapped = kept(database, vault, UNFILED, FIVE_MB);
        BlobId shortened = kept(database, vault, UNFILED, FIVE_MB);
        BlobId foreign = kept(database, vault, UNFILED, FIVE_MB);
        byte[] second = row(database, swapped, 1);
        put(database, swapped, 1, row(database, swapped, 2));
        put(database, swapped, 2, second);
        database.db()
                .sql("delete from blob_chunk where blob = ? and seq >= 4")
                .param(shortened.value())
                .update();
        put(database, foreign, 3, row(database, swapped, 3));

        for (BlobId id : List.of(swapped, shortened, foreign)) {
            assertThatThrownBy(() -> vault.read(id)).hasMessage("a blob is damaged");
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void filing_changes_the_wrap_and_no_byte_of_the_blob(Database database) {
        Vault vault = vault(database);
        BlobId id = kept(database, vault, UNFILED, SOME);
        byte[] first = row(database, id, 0);

        database.tx().executeWithoutResult(status -> vault.refile(id, CASE));

        assertThat(row(database, id, 0)).isEqualTo(first);
        assertThat(vault.read(id)).isEqualTo(SOME);
        database.tx().executeWithoutResult(status -> vault.erase(UNFILED));
        assertThat(vault.read(id)).isEqualTo(SOME);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void erasing_a_holder_makes_its_blobs_and_columns_unreadable_for_good(Database database) {
        Vault vault = vault(database);
        BlobId id = kept(database, vault, CASE, SOME);
        byte[] sealed = vault.seal(CASE, "person.name", "1", "T.R. 2001");

        database.tx().executeWithoutResult(status -> vault.erase(CASE));

        for (Vault any : List.of(vault, vault(database))) {
            assertThatThrownBy(() -> any.read(id)).isInstanceOf(KeyFault.class);
            assertThatThrownBy(() -> any.unseal(CASE, "person.name", "1", sealed))
                    .hasMessageContaining("erased");
            assertThatThrownBy(() -> any.seal(CASE, "person.name", "1", "again"))
                    .hasMessageContaining("erased");
        }
        clock.advance(Duration.ofHours(25));
        assertThat(vault.sweep()).isEqualTo(1);
        assertThat(sizes(database, id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void an_erasure_that_is_rolled_back_erases_nothing(Database database) {
        Vault vault = vault(database);
        byte[] sealed = vault.seal(CASE, "person.name", "1", "T.R. 2001");

        database.tx().executeWithoutResult(status -> {
            vault.erase(CASE);
            status.setRollbackOnly();
        });

        assertThat(vault.unseal(CASE, "person.name", "1", sealed)).isEqualTo("T.R. 2001");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void what_nothing_refers_to_is_swept_after_a_day_and_what_is_kept_stays(Database database) {
        Vault vault = vault(database);
        vault.put(UNFILED, SOME);
        BlobId rolledBack = vault.put(UNFILED, SOME);
        database.tx().executeWithoutResult(status -> {
            vault.keep(rolledBack);
            status.setRollbackOnly();
        });
        BlobId kept = kept(database, vault, UNFILED, SOME);

        clock.advance(Duration.ofHours(23));
        assertThat(vault.sweep()).isZero();
        clock.advance(Duration.ofHours(2));
        assertThat(vault.sweep()).isEqualTo(2);
        assertThat(vault.read(kept)).isEqualTo(SOME);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_sealed_column_opens_in_its_own_row_column_and_holder_only(Database database) {
        Vault vault = vault(database);
        byte[] sealed = vault.seal(CASE, "person.name", "1", "Józef T.R. 2001");

        assertThat(vault(database).unseal(CASE, "person.name", "1", sealed)).isEqualTo("Józef T.R. 2001");
        assertThatThrownBy(() -> vault.unseal(CASE, "person.name", "2", sealed)).isInstanceOf(KeyFault.class);
        assertThatThrownBy(() -> vault.unseal(CASE, "person.dob", "1", sealed)).isInstanceOf(KeyFault.class);
        assertThatThrownBy(() -> vault.unseal(UNFILED, "person.name", "1", sealed))
                .isInstanceOf(KeyFault.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_blind_index_is_the_same_for_the_same_text_and_differs_by_purpose_and_key(Database database) {
        Vault vault = vault(database);

        assertThat(vault.index("person", "t.r. 2001"))
                .hasSize(32)
                .isEqualTo(vault(database).index("person", "t.r. 2001"))
                .isNotEqualTo(vault.index("persont", ".r. 2001"))
                .isNotEqualTo(Vaults.on(Databases.h2(), clock).index("person", "t.r. 2001"));
    }

    @Test
    void keeping_needs_the_transaction_that_writes_the_row() {
        var database = Databases.h2();
        Vault vault = vault(database);
        BlobId id = vault.put(UNFILED, SOME);

        assertThatThrownBy(() -> vault.keep(id)).hasMessageContaining("transaction");
    }

    @Test
    void key_files_are_ours_alone_and_a_missing_one_is_said_and_never_replaced() throws IOException {
        var database = Databases.h2();
        byte[] sealed = vault(database).seal(CASE, "person.name", "1", "T.R. 2001");
        byte[] index = vault(database).index("person", "t.r. 2001");
        Path epoch = folder.resolve("keys/epoch-2026-11.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(epoch)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(epoch.getParent())))
                .isEqualTo("rwx------");

        Files.move(epoch, folder.resolve("elsewhere"));
        Files.delete(folder.resolve("keys/index.json"));

        assertThatThrownBy(() -> vault(database).unseal(CASE, "person.name", "1", sealed))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("epoch-2026-11.json is missing");
        assertThatThrownBy(() -> vault(database).seal(UNFILED, "person.name", "1", "other"))
                .hasMessageContaining("epoch-2026-11.json is missing");
        assertThatThrownBy(() -> vault(database).index("person", "t.r. 2001")).hasMessageContaining("index.json");
        assertThat(index).hasSize(32);
        assertThat(epoch).doesNotExist();
    }

    @Test
    void a_new_month_has_a_new_epoch_and_the_old_one_still_opens() {
        var database = Databases.h2();
        byte[] sealed = vault(database).seal(CASE, "person.name", "1", "T.R. 2001");
        clock.advance(Duration.ofDays(10));

        vault(database).seal(UNFILED, "person.name", "1", "other");

        assertThat(folder.resolve("keys/epoch-2026-12.json")).exists();
        assertThat(vault(database).unseal(CASE, "person.name", "1", sealed)).isEqualTo("T.R. 2001");
    }

    @Test
    void nothing_stands_in_clear_in_the_database_file() throws IOException {
        var database = Databases.h2(folder);
        Vault vault = vault(database);
        String planted = "Zebedee Quillfeather-Umbrage";
        kept(
                database,
                vault,
                UNFILED,
                (planted + " lives in Larkhill").repeat(1000).getBytes());
        byte[] sealed = vault.seal(CASE, "person.name", "1", planted);
        database.db()
                .sql("insert into holder_key (holder, epoch, wrapped) values ('test', '2026-11', ?)")
                .param(sealed)
                .update();
        byte[] index = vault.index("person", planted);
        database.db()
                .sql("insert into holder_key (holder, epoch, wrapped) values ('test2', '2026-11', ?)")
                .param(index)
                .update();
        database.db()
                .sql("insert into holder_key (holder, epoch) values ('control-in-clear', '2026-11')")
                .update();
        database.close();

        String file = Files.readString(folder.resolve("spoc.mv.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(file).contains("control-in-clear").doesNotContain("Zebedee").doesNotContain("Larkhill");
    }

    private Vault vault(Database database) {
        return Vaults.on(database, clock, folder.resolve("keys"));
    }

    private static BlobId kept(Database database, Vault vault, Holder holder, byte[] plaintext) {
        BlobId id = vault.put(holder, plaintext);
        database.tx().executeWithoutResult(status -> vault.keep(id));
        return id;
    }

    private static List<Integer> sizes(Database database, BlobId id) {
        return database.db()
                .sql("select octet_length(bytes) from blob_chunk where blob = ? order by seq")
                .param(id.value())
                .query(Integer.class)
                .list();
    }

    private static byte[] row(Database database, BlobId id, int seq) {
        return database.db()
                .sql("select bytes from blob_chunk where blob = ? and seq = ?")
                .params(id.value(), seq)
                .query(byte[].class)
                .single();
    }

    private static void put(Database database, BlobId id, int seq, byte[] bytes) {
        database.db()
                .sql("update blob_chunk set bytes = ? where blob = ? and seq = ?")
                .params(bytes, id.value(), seq)
                .update();
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Remembers the largest piece that was asked for at a time. */
    private static InputStream watched(InputStream inner, long[] most) {
        return new java.io.FilterInputStream(inner) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                most[0] = Math.max(most[0], length);
                return super.read(into, offset, length);
            }
        };
    }

    /** So many bytes, none of them kept. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 7 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int part = (int) Math.min(left, length);
            left -= part;
            return part == 0 ? -1 : part;
        }
    }
}
