package org.spocgateway.wiring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of table {@code account}: sealed names, blind indexes. */
@Component
class AccountsTable {
    private static final Holder HOLDER = new Holder("account");

    private final JdbcClient db;
    private final Vault vault;

    AccountsTable(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    long nextNumber() {
        return db.sql("select coalesce(max(number), 0) + 1 from account")
                .query(Long.class)
                .single();
    }

    void insert(Account account, long number, Instant now) {
        db.sql("""
                        insert into account (id, number, role, sign_in_index, name_index, sign_in_sealed, name_sealed, created_at,
                                             closed, word_failures)
                        values (:id, :number, :role, :signInIndex, :nameIndex, :signIn, :name, :now, false, 0)""")
                .param("id", account.id())
                .param("number", number)
                .param("role", account.role().name())
                .param("signInIndex", signInIndex(account.signIn()))
                .param("nameIndex", nameIndex(account.name()))
                .param("signIn", vault.seal(HOLDER, "sign_in", account.id(), account.signIn()))
                .param("name", vault.seal(HOLDER, "name", account.id(), account.name()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Account> bySignIn(String signIn) {
        return db.sql("select * from account where sign_in_index = :index and not closed")
                .param("index", signInIndex(signIn))
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Account> byId(String id) {
        return db.sql("select * from account where id = :id and not closed")
                .param("id", id)
                .query((row, n) -> account(row))
                .optional();
    }

    boolean taken(String signIn) {
        return db.sql("select count(*) from account where sign_in_index = :index")
                        .param("index", signInIndex(signIn))
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Account> all() {
        return db.sql("select * from account where not closed order by number")
                .query((row, n) -> account(row))
                .list();
    }

    /** Roles of the accounts that carry this name. */
    List<Actor.Role> rolesOfName(String name) {
        return db.sql("select role from account where name_index = :index and not closed")
                .param("index", nameIndex(name))
                .query((row, n) -> Actor.Role.valueOf(row.getString("role")))
                .list();
    }

    void setWord(String id, String word, Instant until) {
        db.sql("update account set word_index = :word, word_until = :until, word_failures = 0 where id = :id")
                .param("word", wordIndex(id, word))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** Takes the word away from its account; false when it is not the one, too old, or guessed at too often. */
    boolean takeWord(String id, String word, Instant now, int failuresAllowed) {
        return db.sql("""
                                update account set word_index = null, word_until = null
                                where id = :id and word_index = :word and word_until > :now and word_failures < :allowed
                                and not closed""")
                        .param("id", id)
                        .param("word", wordIndex(id, word))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("allowed", failuresAllowed)
                        .update()
                == 1;
    }

    /** Counts a wrong word; false once there were so many that it makes no difference any more. */
    boolean countFailure(String id, int failuresAllowed) {
        return db.sql(
                                "update account set word_failures = word_failures + 1 where id = :id and word_failures < :allowed")
                        .param("id", id)
                        .param("allowed", failuresAllowed)
                        .update()
                == 1;
    }

    /** Ends an account: nobody signs in with it any more; its pseudonym stays taken. */
    boolean close(String id) {
        db.sql(
                        "delete from user_credentials where user_entity_user_id in (select id from user_entities where name = :id)")
                .param("id", id)
                .update();
        return db.sql("update account set closed = true, word_index = null where id = :id and not closed")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean isOpen(String id) {
        return db.sql("select count(*) from account where id = :id and not closed")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                == 1;
    }

    boolean hasPasskey(String id) {
        return db.sql("""
                                select count(*) from user_credentials c join user_entities e on e.id = c.user_entity_user_id
                                where e.name = :id""").param("id", id).query(Long.class).single() > 0;
    }

    private Account account(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new Account(
                id,
                Actor.Role.valueOf(row.getString("role")),
                vault.unseal(HOLDER, "name", id, row.getBytes("name_sealed")),
                vault.unseal(HOLDER, "sign_in", id, row.getBytes("sign_in_sealed")));
    }

    private byte[] signInIndex(String signIn) {
        return vault.index("account-sign-in", signIn.strip().toLowerCase(Locale.ROOT));
    }

    private byte[] nameIndex(String name) {
        return vault.index("account-name", name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    private byte[] wordIndex(String id, String word) {
        return vault.index("account-word", id + " " + word.strip().toLowerCase(Locale.ROOT));
    }
}
