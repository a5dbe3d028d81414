package org.spocgateway.casework;

import java.util.Objects;
import java.util.function.Function;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one settling transaction: rows, then events, then the log entries last (architecture, semantics: lock order). */
@Component
class Settlements {
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final TransferLog log;

    Settlements(TransactionTemplate transactions, ApplicationEventPublisher events, TransferLog log) {
        this.transactions = transactions;
        this.events = events;
        this.log = log;
    }

    <T> T settle(Function<Settlement, T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var settlement = new Settlement();
            T result = work.apply(settlement);
            if (settlement.isAbandoned()) {
                status.setRollbackOnly();
                return result;
            }
            settlement.events.forEach(events::publishEvent);
            settlement.entries.forEach(log::append);
            return result;
        }));
    }
}
