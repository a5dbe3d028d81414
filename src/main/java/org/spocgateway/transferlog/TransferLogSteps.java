package org.spocgateway.transferlog;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.terms.Step;
import org.springframework.transaction.support.TransactionTemplate;

/** The step of page 80: a signed checkpoint every minute, or one entry that says the log is fenced. */
@Step
public class TransferLogSteps {
    private static final Logger LOG = LoggerFactory.getLogger(TransferLogSteps.class);

    private final TransferLog log;
    private final TransactionTemplate transactions;
    private final AtomicBoolean told = new AtomicBoolean();

    public TransferLogSteps(TransferLog log, TransactionTemplate transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    /** Signs what was appended since the last checkpoint; silent when nothing was. */
    public void checkpoint() {
        if (log.mayAct()) {
            log.sign();
            told.set(false);
        } else if (told.compareAndSet(false, true)) {
            LOG.error("FENCED: the database is behind state/checkpoint. Nothing is polled, decided or sent.");
            transactions.executeWithoutResult(status -> log.append(Entry.of(EntryType.SYS_FENCED, Direction.INTERNAL)));
        }
    }
}
