package org.spocgateway.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may sign in: made by {@code gateway user add}, never by default, and without a password.
 *
 * <p>It stands in {@code wiring} because desk and review are both served by it and neither may know the other.
 */
@Component
public class Accounts {
    /** How long a one-time word lives. */
    public static final Duration WORD_LIVES = Duration.ofHours(24);

    private static final int WRONG_WORDS_ALLOWED = 5;
    private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Set<Actor.Role> KEPT_APART = Set.of(Actor.Role.OFFICER, Actor.Role.REVIEWER);

    private final AccountsTable table;
    private final Directory directory;
    private final TransferLog log;
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final Clock clock;
    private final String origin;
    private final FailurePace strangers;

    Accounts(
            AccountsTable table,
            Directory directory,
            TransferLog log,
            TransactionTemplate transaction,
            SecureRandom random,
            Clock clock,
            @Value("${gateway.desk.origin:https://localhost:8443}") String origin) {
        this.table = table;
        this.directory = directory;
        this.log = log;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
        this.origin = origin;
        this.strangers = new FailurePace(clock);
    }

    /**
     * Makes an account with a one-time word for its first use. Officer and reviewer are never one person: that is refused by the sign-in
     * name, by the name, and for a reviewer by the directory's list of officers.
     */
    public Added add(String signIn, String name, Actor.Role role) {
        String typed = signIn.strip().toLowerCase(Locale.ROOT);
        Optional<String> fault = fault(typed, name, role);
        if (fault.isPresent()) {
            return new Added.NotMade(fault.get());
        }
        return transaction.execute(status -> made(typed, name.strip(), role));
    }

    private Optional<String> fault(String signIn, String name, Actor.Role role) {
        if (role == Actor.Role.SYSTEM || role == Actor.Role.PARTNER) {
            return Optional.of("A role is officer, reviewer or administrator.");
        }
        if (!SIGN_IN.matcher(signIn).matches()) {
            return Optional.of("A sign-in name has 2 to 40 of a-z, 0-9, dot, hyphen and underscore.");
        }
        if (name.isBlank() || name.length() > 100) {
            return Optional.of("A name has 1 to 100 characters.");
        }
        if (table.taken(signIn)) {
            return Optional.of(
                    "That sign-in name is taken. One person has one account: an officer is never a reviewer.");
        }
        if (KEPT_APART.contains(role) && table.rolesOfName(name).stream().anyMatch(other -> other != role)) {
            return Optional.of(
                    "Somebody of that name has an account with another role. Officer and reviewer are never one person.");
        }
        if (role == Actor.Role.REVIEWER && isOfficerInDirectory(name)) {
            return Optional.of(
                    "That name is an officer's in the directory. Officer and reviewer are never one person.");
        }
        return Optional.empty();
    }

    private boolean isOfficerInDirectory(String name) {
        return directory.officers().stream().anyMatch(each -> each.name().equalsIgnoreCase(name.strip()));
    }

    private Added made(String signIn, String name, Actor.Role role) {
        long number = table.nextNumber();
        var account = new Account(role.name().toLowerCase(Locale.ROOT) + "-" + number, role, name, signIn);
        table.insert(account, number, clock.instant());
        return withWord(account, "added");
    }

    /** A fresh one-time word for somebody who lost the passkey; the old word is void. */
    public Optional<Added.Made> newWord(String signIn) {
        return transaction.execute(status -> table.bySignIn(signIn).map(account -> withWord(account, "one-time-word")));
    }

    private Added.Made withWord(Account account, String what) {
        String word = OneTimeWord.random(random);
        table.setWord(account.id(), word, clock.instant().plus(WORD_LIVES));
        log.append(Entry.of(EntryType.ADMIN_USER, Direction.INTERNAL)
                .by(account.actor())
                .with(Field.REASON, what));
        return new Added.Made(account, word, origin + "/sign-in");
    }

    /** Ends an account, its passkeys and its sessions. */
    public boolean close(String signIn) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Account> account = table.bySignIn(signIn).filter(each -> table.close(each.id()));
            account.ifPresent(each -> log.append(Entry.of(EntryType.ADMIN_USER, Direction.INTERNAL)
                    .by(each.actor())
                    .with(Field.REASON, "closed")));
            return account.isPresent();
        }));
    }

    /**
     * Takes the one-time word of an account; it is void afterwards, and after five wrong words.
     *
     * @return the account; empty when name or word are wrong or the word is over
     */
    public Optional<Account> takeWord(String signIn, String word) {
        return transaction.execute(status -> {
            Optional<Account> account = table.bySignIn(signIn);
            Optional<Account> taken =
                    account.filter(each -> table.takeWord(each.id(), word, clock.instant(), WRONG_WORDS_ALLOWED));
            if (taken.isPresent()
                    || account.filter(each -> table.countFailure(each.id(), WRONG_WORDS_ALLOWED))
                            .isPresent()) {
                log.append(signedIn(account.map(Account::actor), taken.isPresent(), "one-time-word"));
            } else {
                failed("one-time-word");
            }
            return taken;
        });
    }

    /** Notes in the log that somebody signed in, or that nobody we know tried to. */
    public void note(Optional<Account> account, String way) {
        transaction.executeWithoutResult(status -> {
            if (account.isPresent()) {
                log.append(signedIn(account.map(Account::actor), true, way));
            } else {
                failed(way);
            }
        });
    }

    private void failed(String way) {
        int count = strangers.failed();
        if (count > 0) {
            log.append(signedIn(Optional.empty(), false, way).with(Field.COUNT, count));
        }
    }

    /** Notes in the log that somebody asked for a page of another role. */
    public void noteDenied(Optional<Account> account) {
        transaction.executeWithoutResult(status -> log.append(Entry.of(EntryType.AUTH_DENIED, Direction.INTERNAL)
                .by(account.map(Account::actor).orElseGet(Actor::system))));
    }

    private static Entry signedIn(Optional<Actor> who, boolean success, String way) {
        return Entry.of(success ? EntryType.AUTH_SIGNED_IN : EntryType.AUTH_FAILED, Direction.INTERNAL)
                .by(who.orElseGet(Actor::system))
                .with(Field.WAY, way);
    }

    /** By pseudonym. */
    public Optional<Account> byId(String id) {
        return table.byId(id);
    }

    /** Whether there is such an account and nobody has closed it. */
    boolean isOpen(String id) {
        return table.isOpen(id);
    }

    /** By sign-in name. */
    public Optional<Account> bySignIn(String signIn) {
        return table.bySignIn(signIn);
    }

    /** Whether the account has a passkey. */
    public boolean hasPasskey(String id) {
        return table.hasPasskey(id);
    }

    /** Pseudonyms of reviewers who are also officers, by account or in the directory; for {@code gateway check} and the start. */
    public List<String> notKeptApart() {
        List<Account> all = table.all();
        return all.stream()
                .filter(each -> each.role() == Actor.Role.REVIEWER)
                .filter(each -> isOfficerInDirectory(each.name())
                        || table.rolesOfName(each.name()).contains(Actor.Role.OFFICER))
                .map(Account::id)
                .toList();
    }
}
