package org.spocgateway.transferlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.spocgateway.transferlog.Appender.Prepared;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The entries of one transaction, written when everything else in it is done.
 *
 * <p>The log's head is one row that every step locks. Were it locked while a step still has rows to lock, two steps that meet could wait
 * for each other in a circle: so it is locked last, whatever is called after {@link TransferLog#append}.
 */
final class LastStatements implements TransactionSynchronization {
    private final TransferLog log;
    private final Consumer<List<Waiting>> write;
    private final List<Waiting> waiting = new ArrayList<>();

    private LastStatements(TransferLog log, Consumer<List<Waiting>> write) {
        this.log = log;
        this.write = write;
    }

    /** An entry without a place, and the receipt that will tell it. */
    record Waiting(Prepared prepared, Receipt receipt) {}

    /** Those of the running transaction; {@code write} is called once, at its end. */
    static LastStatements of(TransferLog log, Consumer<List<Waiting>> write) {
        Optional<LastStatements> begun = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(LastStatements.class::isInstance)
                .map(LastStatements.class::cast)
                .filter(each -> each.log == log)
                .findFirst();
        return begun.orElseGet(() -> {
            var fresh = new LastStatements(log, write);
            TransactionSynchronizationManager.registerSynchronization(fresh);
            return fresh;
        });
    }

    Receipt add(Prepared prepared) {
        var receipt = new Receipt();
        waiting.add(new Waiting(prepared, receipt));
        return receipt;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write.accept(waiting);
    }

    @Override
    public void afterCompletion(int status) {
        if (status != STATUS_COMMITTED) {
            waiting.forEach(each -> each.receipt().isVoid());
        }
    }
}
