package org.spocgateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.terms.CaseId;

/** An erasure is final when its month's key is gone, 35 days later at the latest. */
class EpochTurnsTest {
    private static final Duration GRACE = Duration.ofDays(3);
    private final Holder kept = Holder.of(CaseId.random(new SecureRandom()));
    private final Holder erased = Holder.of(CaseId.random(new SecureRandom()));
    private final SettableClock clock = SettableClock.at("2026-10-01T00:10:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void what_is_kept_moves_to_the_new_month_and_the_old_key_goes_with_what_was_erased(Database database)
            throws Exception {
        Path keys = folder.resolve("keys");
        Vault vault = Vaults.on(database, clock, keys);
        byte[] here = vault.seal(kept, "person.name", "1", "T.R. 2001");
        byte[] gone = vault.seal(erased, "person.name", "1", "A.N. 1999");
        byte[] tag = vault.tagSecret(erased).orElseThrow();
        byte[] wrapThen = wrap(database, erased);
        Instant erasedAt = clock.instant();
        database.tx().executeWithoutResult(status -> vault.erase(erased));
        assertThat(vault.tagSecret(erased)).isEmpty();
        assertThat(vault.tagSecret(kept).orElseThrow()).isNotEqualTo(tag);

        assertThat(vault.turnEpoch(GRACE)).isEqualTo(new EpochTurn(0, java.util.List.of(), java.util.List.of()));
        clock.set(Instant.parse("2026-11-01T00:30:00Z"));
        assertThat(vault.turnEpoch(GRACE).rewrapped()).isEqualTo(1);
        assertThat(vault.finalSince(erased)).isEmpty();
        assertThat(keys.resolve("epoch-2026-10.json")).exists();
        clock.advance(Duration.ofDays(3));
        assertThat(vault.turnEpoch(GRACE).retired()).containsExactly("2026-10");

        assertThat(keys.resolve("epoch-2026-10.json")).doesNotExist();
        assertThat(Duration.between(erasedAt, vault.finalSince(erased).orElseThrow()))
                .isLessThan(Duration.ofDays(35));
        assertThat(Vaults.on(database, clock, keys).unseal(kept, "person.name", "1", here))
                .isEqualTo("T.R. 2001");
        // a backup is put back: the wrap is there again, and no key that still exists opens it
        database.db()
                .sql("update holder_key set wrapped = ?, erased_at = null where holder = ?")
                .params(wrapThen, erased.name())
                .update();
        assertThatThrownBy(() -> Vaults.on(database, clock, keys).unseal(erased, "person.name", "1", gone))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("epoch-2026-10");
        assertThat(Files.list(keys)).noneMatch(file -> file.toString().contains("2026-10"));
    }

    private static byte[] wrap(Database database, Holder holder) {
        return database.db()
                .sql("select wrapped from holder_key where holder = ?")
                .param(holder.name())
                .query(byte[].class)
                .single();
    }
}
