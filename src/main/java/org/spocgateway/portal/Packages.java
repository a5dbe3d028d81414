package org.spocgateway.portal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed packages: staged, made live, read, answered, revoked. */
public class Packages {
    static final String CONTENTS = "portal_package.contents";

    private final PackageRows rows;
    private final VisitRows visits;
    private final SealedJson sealed;
    private final Vault vault;
    private final Codes codes;
    private final Secrets secrets;
    private final TransferLog log;
    private final TransactionTemplate tx;
    private final Clock clock;
    private final PortalSettings settings;

    public Packages(
            JdbcClient db,
            TransactionTemplate tx,
            Vault vault,
            TransferLog log,
            Clock clock,
            SecureRandom random,
            PortalSettings settings) {
        this.rows = new PackageRows(db);
        this.visits = new VisitRows(db);
        this.sealed = new SealedJson(vault);
        this.vault = vault;
        this.secrets = new Secrets(random);
        this.codes = new Codes(rows, vault, secrets, clock, settings);
        this.log = log;
        this.tx = tx;
        this.clock = clock;
        this.settings = settings;
    }

    /** Stores the package sealed and not live, in a transaction of its own; staging the same transfer again changes nothing. */
    public void stage(NewPackage contents) {
        byte[] bytes = sealed.seal(
                Holder.ofPackage(contents.id()), CONTENTS, contents.id().value(), Contents.of(contents));
        tx.executeWithoutResult(status -> {
            if (rows.insert(contents, bytes, clock.instant())) {
                log.append(entry(EntryType.PORTAL_STORED, Direction.INTERNAL, contents.id(), contents.organisation())
                        .with(Field.QUESTIONS, contents.questions().keySet())
                        .with(Field.FIELDS, contents.fields().keySet())
                        .with(Field.PARTS, contents.files().size()));
            }
        });
    }

    /**
     * Makes the link live in the running transaction; returns the link's path ({@code /r/<token>}), which is stored hashed only.
     *
     * @throws IllegalStateException if the package is not staged (any more)
     */
    public String makeLive(TransferId id) {
        String token = secrets.token();
        if (!rows.live(id, token)) {
            throw new IllegalStateException("only a staged package can be made live");
        }
        log.append(entry(
                EntryType.PORTAL_LIVE,
                Direction.OUT,
                id,
                rows.find(id).orElseThrow().organisation()));
        return "/r/" + token;
    }

    /**
     * A fresh code of six digits to be read out by telephone, valid for 30 minutes; asking is logged. The one before it is void.
     *
     * @throws IllegalStateException if the package is not there to be read (any more)
     */
    public String codeToReadOut(TransferId id, Actor officer) {
        return tx.execute(status -> {
            PackageRow row = rows.lock(id)
                    .filter(found -> found.state().isOpen())
                    .orElseThrow(() -> new IllegalStateException("this package cannot be opened (any more)"));
            String code = codes.fresh(row);
            log.append(entry(EntryType.PORTAL_CODE_READ_OUT, Direction.INTERNAL, id, row.organisation())
                    .by(officer));
            return code;
        });
    }

    /** Ends the link, drafts and visits at once in the running transaction; nothing happens to an answered package. */
    public void revoke(TransferId id, Actor by) {
        if (rows.close(id, State.REVOKED)) {
            visits.end(id);
            log.append(entry(
                            EntryType.PORTAL_REVOKED,
                            Direction.INTERNAL,
                            id,
                            rows.find(id).orElseThrow().organisation())
                    .by(by));
        }
    }

    /** Moves the day to answer by, and with it the end of the link, in the running transaction; a closed package stays closed. */
    public void extend(TransferId id, LocalDate replyBy) {
        rows.replyBy(id, replyBy);
    }

    /** Takes a package away with its answer, drafts and key, in the running transaction; false when there was none. */
    public boolean erase(TransferId id) {
        visits.end(id);
        vault.erase(Holder.ofPackage(id));
        return rows.delete(id);
    }

    /** Where the package is; empty when nothing was staged for the transfer. */
    public Optional<PackageStatus> status(TransferId id) {
        return rows.find(id).map(row -> row.status(row.state() == State.READ && visits.hasDraft(id)));
    }

    /** Closes every link whose time is over; called every hour. */
    public void expire() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (TransferId id :
                rows.overdue(today.minusDays(settings.afterReplyBy().toDays()))) {
            tx.executeWithoutResult(status -> {
                if (rows.close(id, State.EXPIRED)) {
                    visits.end(id);
                    log.append(entry(
                            EntryType.PORTAL_EXPIRED,
                            Direction.INTERNAL,
                            id,
                            rows.find(id).orElseThrow().organisation()));
                }
            });
        }
        visits.endBefore(clock.instant());
    }

    static Entry entry(EntryType type, Direction direction, TransferId id, String organisation) {
        return Entry.of(type, direction).transfer(id).organisation(organisation);
    }
}
