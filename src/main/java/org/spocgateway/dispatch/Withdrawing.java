package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Requests;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer takes a request back from one partner, as far as that is still possible. */
@Component
public class Withdrawing {
    private static final Set<TransferState> NOT_OUT =
            EnumSet.of(TransferState.APPROVED, TransferState.PERMITTED, TransferState.HELD, TransferState.ATTEMPTING);

    private final TransferRows rows;
    private final Gates gates;
    private final Requests requests;
    private final Packages packages;
    private final Notices notices;
    private final TransferEntries entries;
    private final TransferLog log;
    private final Clock clock;
    private final TransactionTemplate tx;

    Withdrawing(
            TransferRows rows,
            Gates gates,
            Requests requests,
            Packages packages,
            Notices notices,
            TransferEntries entries,
            TransferLog log,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.gates = gates;
        this.requests = requests;
        this.packages = packages;
        this.notices = notices;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
        this.tx = tx;
    }

    /** How far it could be taken back. */
    public enum Withdrawn {
        /** It had not left, and does not leave. */
        KEPT_BACK,
        /** The package was closed before anybody opened it. */
        CLOSED_UNREAD,
        /** The package is closed, but it was opened before; a neutral mail asks for it back. */
        CLOSED_AFTER_READING,
        /** The mail is out; a neutral mail asks for it back. */
        ASKED_BACK,
        /** It is answered, undone, stopped or refused: there is nothing to take back. */
        NOTHING
    }

    /** Under the gate's lock, which every crossing takes too: either it has not left, or it is asked back. */
    public Withdrawn withdraw(TransferId id, Actor officer) {
        return Objects.requireNonNull(tx.execute(status -> {
            TransferRow found = rows.find(id).orElseThrow();
            gates.lock(found.caseId());
            TransferRow row = rows.find(id).orElseThrow();
            Withdrawn how = how(row);
            if (how != Withdrawn.NOTHING) {
                takeBack(row, how, officer);
            }
            return how;
        }));
    }

    private Withdrawn how(TransferRow row) {
        if (NOT_OUT.contains(row.state())) {
            return Withdrawn.KEPT_BACK;
        }
        if (!row.state().isOut()) {
            return Withdrawn.NOTHING;
        }
        if (!row.byPortal()) {
            return Withdrawn.ASKED_BACK;
        }
        State state = packages.status(row.id()).map(PackageStatus::state).orElse(State.REVOKED);
        if (state == State.LIVE) {
            return Withdrawn.CLOSED_UNREAD;
        }
        return state == State.READ ? Withdrawn.CLOSED_AFTER_READING : Withdrawn.NOTHING;
    }

    private void takeBack(TransferRow row, Withdrawn how, Actor officer) {
        if (how == Withdrawn.KEPT_BACK) {
            rows.move(row.id(), NOT_OUT, TransferState.UNDONE, clock.instant());
        } else if (how != Withdrawn.CLOSED_UNREAD) {
            notices.about(row, "recall", clock.instant());
        }
        requests.withdrawn(row.id(), officer);
        if (row.byPortal()) {
            packages.revoke(row.id(), officer);
        }
        log.append(entries.about(row, EntryType.REQUEST_WITHDRAWN)
                .by(officer)
                .with(Field.REASON, how.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
