package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.Set;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.Work;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What only a person decides: a held transfer is tried again, an uncertain one is resolved; each is logged with who did it. */
@Component
public class Resolutions {
    private final TransferRows rows;
    private final TransferEntries entries;
    private final TransferLog log;
    private final Work work;
    private final Clock clock;
    private final TransactionTemplate tx;

    Resolutions(
            TransferRows rows,
            TransferEntries entries,
            TransferLog log,
            Work work,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.entries = entries;
        this.log = log;
        this.work = work;
        this.clock = clock;
        this.tx = tx;
    }

    /** Puts a held transfer to the rules anew; false when it is not held any more. */
    public boolean tryAgain(TransferId id, Actor officer) {
        return resolve(id, Set.of(TransferState.HELD), TransferState.APPROVED, "try-again", officer);
    }

    /** Sends an uncertain transfer once more, the same bytes: the recipient may get it twice. */
    public boolean sendAgain(TransferId id, Actor officer) {
        return resolve(id, Set.of(TransferState.UNCERTAIN), TransferState.PERMITTED, "send-again", officer);
    }

    /** The recipient confirmed on the telephone that an uncertain transfer arrived. */
    public boolean arrived(TransferId id, Actor officer) {
        return resolve(id, Set.of(TransferState.UNCERTAIN), TransferState.SENT, "arrived", officer);
    }

    /** Gives up a transfer that did not arrive; it stays in the history as rejected. */
    public boolean giveUp(TransferId id, Actor officer) {
        return resolve(
                id, Set.of(TransferState.UNCERTAIN, TransferState.HELD), TransferState.REJECTED, "given-up", officer);
    }

    private boolean resolve(TransferId id, Set<TransferState> from, TransferState to, String how, Actor officer) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            TransferRow row = rows.find(id).orElseThrow();
            if (!rows.move(id, from, to, clock.instant())) {
                return false;
            }
            if (to == TransferState.APPROVED || to == TransferState.PERMITTED) {
                work.wake(Outcomes.TASK, id.value());
            }
            log.append(entries.about(row, EntryType.OUT_RESOLVED)
                    .by(officer)
                    .with(Field.TO_STATE, to.word())
                    .with(Field.EVIDENCE, "operator")
                    .with(Field.REASON, how));
            return true;
        }));
    }
}
