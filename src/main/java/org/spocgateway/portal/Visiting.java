package org.spocgateway.portal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.spocgateway.portal.Visit.Stage;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a partner's browser may do with a package, each step in one transaction. */
public class Visiting {
    private static final String DRAFT = "portal_visit.draft";
    private static final String ANSWER = "portal_package.answer";
    private static final int LINK_CHECKS_LOGGED = 20;

    private final PackageRows rows;
    private final VisitRows visits;
    private final Codes codes;
    private final Secrets secrets;
    private final SealedJson sealed;
    private final Vault vault;
    private final TransferLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate tx;
    private final Clock clock;
    private final PortalSettings settings;

    public Visiting(
            JdbcClient db,
            TransactionTemplate tx,
            Vault vault,
            TransferLog log,
            ApplicationEventPublisher events,
            Clock clock,
            SecureRandom random,
            PortalSettings settings) {
        this.rows = new PackageRows(db);
        this.visits = new VisitRows(db);
        this.secrets = new Secrets(random);
        this.codes = new Codes(rows, vault, secrets, clock, settings);
        this.vault = vault;
        this.sealed = new SealedJson(vault);
        this.log = log;
        this.events = events;
        this.tx = tx;
        this.clock = clock;
        this.settings = settings;
    }

    /** The package a link leads to, open or not. */
    Optional<PackageRow> behind(String link) {
        return rows.findByLink(link);
    }

    /** Somebody or something followed the link; that is all that looking changes. Only the first of them are logged one by one. */
    void linkChecked(PackageRow row) {
        tx.executeWithoutResult(status -> {
            int checks = rows.countLinkCheck(row.id());
            if (checks <= LINK_CHECKS_LOGGED) {
                log.append(
                        Packages.entry(EntryType.PORTAL_LINK_CHECKED, Direction.INTERNAL, row.id(), row.organisation())
                                .with(Field.COUNT, checks));
            }
        });
    }

    /** The button on the first page: a new visit, which still has to open the second lock. Gives its token. */
    String begin(PackageRow row) {
        String token = secrets.token();
        tx.executeWithoutResult(
                status -> visits.begin(token, row.id(), clock.instant().plus(settings.visit())));
        return token;
    }

    Optional<Visit> visit(String token) {
        return visits.find(token, clock.instant());
    }

    PackageRow row(TransferId id) {
        return rows.find(id).orElseThrow();
    }

    void leave(String token) {
        tx.executeWithoutResult(status -> visits.end(token));
    }

    /** Tries a code; a right one opens the second lock and gives the visit a new token. */
    Tried tryCode(Visit visit, String typed) {
        return tx.execute(status -> {
            PackageRow row = rows.lock(visit.id()).orElseThrow();
            if (!row.state().isOpen()) {
                return new Tried(new CodeTried.NoCode(), visit.token());
            }
            CodeTried came = codes.attempt(row, typed);
            String token = came instanceof CodeTried.Right ? advance(visit) : visit.token();
            var type = came instanceof CodeTried.Right ? EntryType.PORTAL_AUTH_OK : EntryType.PORTAL_AUTH_FAIL;
            log.append(Packages.entry(type, Direction.INTERNAL, row.id(), row.organisation())
                    .by(row.partner())
                    .with(Field.REASON, came.word()));
            return new Tried(came, token);
        });
    }

    /** Who answers is said: from now on the request may be shown, and it counts as read. */
    boolean introduce(Visit visit, String name, String role) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            PackageRow row = rows.lock(visit.id()).orElseThrow();
            if (!row.state().isOpen()) {
                return false;
            }
            save(row, visit, Draft.by(name, role));
            visits.move(visit, Stage.READING);
            if (rows.read(row.id(), clock.instant())) {
                log.append(Packages.entry(EntryType.PORTAL_READ, Direction.OUT, row.id(), row.organisation())
                        .by(row.partner()));
            }
            return true;
        }));
    }

    Contents contents(PackageRow row) {
        return sealed.unseal(
                row.holder(), Packages.CONTENTS, row.id().value(), rows.contents(row.id()), Contents.class);
    }

    /** The bytes of an attachment. */
    byte[] file(Contents.FileEntry file) {
        return vault.read(new BlobId(file.blob()));
    }

    Optional<Draft> draft(Visit visit) {
        var holder = row(visit.id()).holder();
        return visit.draft()
                .map(bytes -> sealed.unseal(holder, DRAFT, visit.id().value(), bytes, Draft.class));
    }

    void save(Visit visit, Draft draft) {
        tx.executeWithoutResult(status -> save(row(visit.id()), visit, draft));
    }

    /** Sends the answer: stored, told upwards and logged together, or not at all. False when a colleague or a withdrawal was first. */
    boolean send(Visit visit, Draft draft) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            PackageRow row = rows.lock(visit.id()).orElseThrow();
            String receipt = secrets.receipt();
            byte[] answer = sealed.seal(row.holder(), ANSWER, row.id().value(), draft);
            if (!rows.answer(row.id(), answer, receipt, clock.instant())) {
                return false;
            }
            visits.dropDrafts(row.id());
            visits.move(visit, Stage.DONE);
            events.publishEvent(new AnswerGiven(
                    row.id(),
                    draft.chosen().orElseThrow(),
                    draft.planExists(),
                    draft.text(),
                    draft.givenBy(),
                    receipt));
            log.append(Packages.entry(EntryType.PORTAL_ANSWERED, Direction.IN, row.id(), row.organisation())
                    .by(row.partner())
                    .with(Field.ANSWER, word(draft)));
            return true;
        }));
    }

    private String advance(Visit visit) {
        String token = secrets.token();
        visits.move(visit, Stage.WHO);
        visits.rename(visit.token(), token);
        return token;
    }

    private void save(PackageRow row, Visit visit, Draft draft) {
        visits.draft(visit, sealed.seal(row.holder(), DRAFT, row.id().value(), draft));
    }

    private static String word(Draft draft) {
        return draft.chosen()
                .orElseThrow()
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-');
    }

    /** What came of a code, and the visit's token from now on. */
    record Tried(CodeTried came, String token) {
        @Override
        public String toString() {
            return "Tried[" + came.word() + "]";
        }
    }
}
