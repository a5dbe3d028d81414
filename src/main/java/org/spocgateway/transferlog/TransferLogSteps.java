package org.spocgateway.transferlog;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.terms.Step;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step of page 80, called ten times a second: a signed checkpoint when a transfer waits for one, and every minute.
 *
 * <p>Without this page nothing is signed, so nothing leaves. A fenced log is told of in one entry.
 */
@Step
public class TransferLogSteps {
    private static final Logger LOG = LoggerFactory.getLogger(TransferLogSteps.class);

    private static final long EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final TransferLog log;
    private final TransactionTemplate transactions;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile long signedAt = System.nanoTime() - EVERY_NANOS;

    public TransferLogSteps(TransferLog log, TransactionTemplate transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    /** Signs what was appended since the last checkpoint when somebody waits for it or a minute is over. */
    public void checkpoint() {
        long now = System.nanoTime();
        if (!log.isWanted() && now - signedAt < EVERY_NANOS) {
            return;
        }
        signedAt = now;
        if (log.mayAct()) {
            log.sign();
            told.set(false);
        } else if (told.compareAndSet(false, true)) {
            LOG.error("FENCED: the database is behind state/checkpoint. Nothing is polled, decided or sent.");
            transactions.executeWithoutResult(status -> log.append(Entry.of(EntryType.SYS_FENCED, Direction.INTERNAL)));
        }
    }
}
