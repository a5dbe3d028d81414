package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;

class AccountsTest {
    private final SettableClock clock = SettableClock.at("2026-11-24T10:00:00Z");

    @TempDir
    Path state;

    private Accounts accounts(Database database) {
        var vault = TransferLogs.vault(database, state, clock);
        return new Accounts(
                new AccountsTable(database.db(), vault),
                Directory.read(Path.of("config"), Path.of("certs")),
                TransferLogs.open(database, vault, state, clock),
                database.tx(),
                new SecureRandom(),
                clock,
                "https://localhost:8443");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void an_account_is_a_pseudonym_and_its_names_are_sealed(Database database) {
        Accounts accounts = accounts(database);
        var made = (Added.Made) accounts.add("ros.hale", "Ros Hale", Actor.Role.OFFICER);

        assertThat(made.account().id()).matches("officer-[0-9]+");
        assertThat(made.word()).matches("[a-z]+-[a-z]+-[0-9]{2}");
        assertThat(made.link()).endsWith("/sign-in").doesNotContain(made.word());
        assertThat(made.toString()).doesNotContain("Ros", "ros", made.word());
        assertThat(accounts.byId(made.account().id())).contains(made.account());
        database.db()
                .sql("select sign_in_sealed, name_sealed, word_index from account where id = :id")
                .param("id", made.account().id())
                .query((row, n) -> {
                    for (int column = 1; column <= 3; column++) {
                        assertThat(new String(row.getBytes(column), StandardCharsets.ISO_8859_1))
                                .doesNotContainIgnoringCase("hale")
                                .doesNotContain(made.word());
                    }
                    return true;
                })
                .single();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void officer_and_reviewer_are_never_one_person(Database database) {
        Accounts accounts = accounts(database);
        assertThat(accounts.add("ada.one", "Ada One", Actor.Role.OFFICER)).isInstanceOf(Added.Made.class);

        assertThat(accounts.add("ada.one", "Ada Two", Actor.Role.REVIEWER)).isInstanceOf(Added.NotMade.class);
        assertThat(accounts.add("ada.two", " ada  ONE", Actor.Role.REVIEWER)).isInstanceOf(Added.NotMade.class);
        assertThat(accounts.add("marta", "Marta Quill", Actor.Role.REVIEWER))
                .as("an officer of the directory")
                .isInstanceOf(Added.NotMade.class);
        assertThat(accounts.notKeptApart()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void somebody_who_became_both_behind_our_back_is_found_by_the_check(Database database) {
        Accounts accounts = accounts(database);
        var reviewer = (Added.Made) accounts.add("imran.w", "Imran Whitlock", Actor.Role.REVIEWER);
        var officer = (Added.Made) accounts.add("bea.three", "Bea Three", Actor.Role.OFFICER);
        assertThat(accounts.notKeptApart()).isEmpty();

        database.db()
                .sql(
                        "update account set name_index = (select name_index from account where id = :reviewer) where id = :officer")
                .param("reviewer", reviewer.account().id())
                .param("officer", officer.account().id())
                .update();
        assertThat(accounts.notKeptApart()).containsExactly(reviewer.account().id());

        accounts.close("bea.three");
        assertThat(accounts.notKeptApart()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void nonsense_is_refused_with_a_sentence(Database database) {
        Accounts accounts = accounts(database);
        for (Added refused : new Added[] {
            accounts.add("", "A B", Actor.Role.OFFICER),
            accounts.add("a\nb", "A B", Actor.Role.OFFICER),
            accounts.add("a.b", "  ", Actor.Role.OFFICER),
            accounts.add("a.b", "A B", Actor.Role.SYSTEM)
        }) {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Added.NotMade.class,
                            not -> assertThat(not.sentence()).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_closed_account_signs_nobody_in(Database database) {
        Accounts accounts = accounts(database);
        var made = (Added.Made) accounts.add("gone.soon", "Gone Soon", Actor.Role.OFFICER);
        assertThat(accounts.close("gone.soon")).isTrue();
        assertThat(accounts.takeWord("gone.soon", made.word())).isEmpty();
        assertThat(accounts.byId(made.account().id())).isEmpty();
        assertThat(accounts.add("gone.soon", "Other Person", Actor.Role.OFFICER))
                .isInstanceOf(Added.NotMade.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_word_is_over_after_a_day_and_a_new_one_makes_the_old_one_void(Database database) {
        Accounts accounts = accounts(database);
        var made = (Added.Made) accounts.add("late.riser", "Late Riser", Actor.Role.OFFICER);
        var fresh = accounts.newWord("late.riser").orElseThrow();
        assertThat(accounts.takeWord("late.riser", made.word())).isEmpty();

        clock.advance(Accounts.WORD_LIVES.plus(Duration.ofSeconds(1)));
        assertThat(accounts.takeWord("late.riser", fresh.word())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void two_who_take_the_same_word_at_once_are_one(Database database) throws Exception {
        Accounts accounts = accounts(database);
        var made = (Added.Made) accounts.add("twin.one", "Twin One", Actor.Role.OFFICER);
        var together = new CyclicBarrier(2);
        Callable<Boolean> take = () -> {
            together.await();
            return accounts.takeWord("twin.one", made.word()).isPresent();
        };
        var both = Executors.newFixedThreadPool(2);
        try {
            var first = both.submit(take);
            var second = both.submit(take);
            assertThat(first.get()).isNotEqualTo(second.get());
        } finally {
            both.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void closing_takes_the_passkeys_along(Database database) {
        Accounts accounts = accounts(database);
        var made = (Added.Made) accounts.add("key.holder", "Key Holder", Actor.Role.OFFICER);
        database.db()
                .sql("insert into user_entities (id, name) values ('e1', :name)")
                .param("name", made.account().id())
                .update();
        database.db().sql("""
                        insert into user_credentials (credential_id, user_entity_user_id, public_key, backup_eligible, backup_state, label)
                        values ('c1', 'e1', :key, false, false, 'laptop')""").param("key", new byte[] {1}).update();
        assertThat(accounts.hasPasskey(made.account().id())).isTrue();
        assertThat(accounts.isOpen(made.account().id())).isTrue();

        accounts.close("key.holder");

        assertThat(accounts.hasPasskey(made.account().id())).isFalse();
        assertThat(accounts.isOpen(made.account().id())).isFalse();
    }
}
