package org.spocgateway.dispatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.casework.Gates;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.NotSigned;
import org.spocgateway.transferlog.Receipt;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.Barrier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The point of no return: under the gate's lock, in the log, on the disk and in a signed checkpoint, in that order.
 *
 * <p>STOP takes the same lock. Either STOP is first and this throws, or this is first and STOP lists the transfer as out.
 */
@Component
class Crossing {
    private static final Logger LOG = LoggerFactory.getLogger(Crossing.class);

    private final Gates gates;
    private final TransferRows rows;
    private final TransferEntries entries;
    private final TransferLog log;
    private final FirstFailure firstFailure;
    private final Barrier barrier;
    private final TransactionTemplate tx;

    Crossing(
            Gates gates,
            TransferRows rows,
            TransferEntries entries,
            TransferLog log,
            FirstFailure firstFailure,
            Barrier barrier,
            TransactionTemplate tx) {
        this.gates = gates;
        this.rows = rows;
        this.entries = entries;
        this.log = log;
        this.firstFailure = firstFailure;
        this.barrier = barrier;
        this.tx = tx;
    }

    /**
     * The crossing of one attempt.
     *
     * @param row as it stood when it was claimed; {@code epoch} is that of the claim
     */
    PointOfNoReturn of(TransferRow row, long epoch, Content content) {
        return () -> {
            Receipt receipt = tx.execute(status -> commit(row, epoch, content));
            barrier.take();
            awaitSignature(receipt);
            return receipt;
        };
    }

    private void awaitSignature(Receipt receipt) {
        try {
            log.covering(receipt);
        } catch (NotSigned late) {
            LOG.error("Nothing leaves: the transfer log is not signed. Is page 80 in routes/, as it was delivered?");
            firstFailure.raiseUnsigned();
            throw late;
        }
    }

    private Receipt commit(TransferRow row, long epoch, Content content) {
        if (!log.mayAct()) {
            throw new NotCrossed("the log is fenced");
        }
        Gate gate = HouseMail.is(row) ? Gate.CLOSED : gates.lock(row.caseId());
        if (row.kind().waitsForGate() && gate != Gate.OPEN) {
            throw new NotCrossed("the gate is not open");
        }
        if (!rows.cross(row.id(), epoch, content.blob())) {
            throw new NotCrossed("the transfer was stopped, or is somebody else's");
        }
        Entry entry = entries.about(row, EntryType.OUT_EOD_INTENT)
                .with(Field.FROM_STATE, TransferState.ATTEMPTING.word())
                .with(Field.TO_STATE, TransferState.EOD_INTENT.word())
                .with(Field.ATTEMPT, row.attempts() + 1L)
                .with(Field.GATE, gate.word());
        return log.append(entry);
    }
}
