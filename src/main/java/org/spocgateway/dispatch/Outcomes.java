package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.casework.Requests;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.Work;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of an attempt, in one transaction, and says when the next one may be made. */
@Component
class Outcomes {
    static final String TASK = "transfer";
    private static final Evidence NOTHING_SEEN = new Evidence(
            "smtp",
            Stage.CROSSED.word(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            "first-hop",
            false);

    private final TransferRows rows;
    private final Requests requests;
    private final TransferEntries entries;
    private final FirstFailure firstFailure;
    private final TransferLog log;
    private final Work work;
    private final Backoff backoff;
    private final Clock clock;
    private final TransactionTemplate tx;

    Outcomes(
            TransferRows rows,
            Requests requests,
            TransferEntries entries,
            FirstFailure firstFailure,
            TransferLog log,
            Work work,
            DispatchSettings settings,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.requests = requests;
        this.entries = entries;
        this.firstFailure = firstFailure;
        this.log = log;
        this.work = work;
        this.backoff = settings.backoff();
        this.clock = clock;
        this.tx = tx;
    }

    /** Settles an attempt of this epoch; silent when somebody else was here, or police stopped it. */
    void settle(TransferRow row, long epoch, Carriage carriage) {
        write(row, epoch, Settlement.of(carriage, row, clock.instant(), backoff));
    }

    /**
     * A row that was found past its point of no return, and nobody is carrying it.
     *
     * <p>In the portal the link goes live in the transaction that settles, so there nothing left and it is simply done again.
     */
    void afterCrash(TransferRow row) {
        Instant now = clock.instant();
        if (row.byPortal()) {
            tx.executeWithoutResult(status -> {
                if (rows.move(row.id(), Set.of(TransferState.EOD_INTENT), TransferState.PERMITTED, now)) {
                    log.append(entries.about(row, EntryType.OUT_DEFERRED)
                            .with(Field.TO_STATE, TransferState.PERMITTED.word())
                            .with(Field.REASON, "not-live"));
                }
            });
        } else {
            write(row, row.epoch(), Settlement.uncertain(row, NOTHING_SEEN, now, backoff.sendAgain()));
        }
    }

    private void write(TransferRow row, long epoch, Settlement settlement) {
        tx.executeWithoutResult(status -> {
            if (!rows.settle(row.id(), epoch, settlement)) {
                return;
            }
            if (settlement.to() == TransferState.REJECTED) {
                requests.notSent(row.id());
            }
            if (settlement.to() == TransferState.PERMITTED) {
                work.wakeAt(TASK, row.id().value(), settlement.notBefore());
            }
            if (settlement.to() == TransferState.SENT) {
                firstFailure.clear(row);
            } else {
                firstFailure.raise(row);
                firstFailure.raiseIfRefused(settlement);
            }
            log.append(entries.outcome(row, settlement));
        });
    }
}
