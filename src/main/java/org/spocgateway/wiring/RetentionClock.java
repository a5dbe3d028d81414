package org.spocgateway.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.casework.Retention;
import org.spocgateway.casework.RetentionSettings;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.EpochTurn;
import org.spocgateway.vault.Vault;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every hour: what was kept long enough goes, and the key epochs turn. */
@Component
public class RetentionClock {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionClock.class);

    private final Retention retention;
    private final RetentionSettings settings;
    private final Vault vault;
    private final TransferLog log;
    private final TransactionTemplate transactions;

    RetentionClock(
            Retention retention,
            RetentionSettings settings,
            Vault vault,
            TransferLog log,
            TransactionTemplate transactions) {
        this.retention = retention;
        this.settings = settings;
        this.vault = vault;
        this.log = log;
        this.transactions = transactions;
    }

    /** Looks once; doing it again changes nothing. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    public void tick() {
        if (!log.mayAct()) {
            return;
        }
        retention.tick();
        EpochTurn turn = vault.turnEpoch(settings.epochGrace());
        turn.retired().forEach(this::logRetired);
        turn.waiting()
                .forEach(epoch -> LOG.warn(
                        "The key file epoch-{}.json wraps nothing any more and cannot be deleted from here: destroy it, and its copies",
                        epoch));
    }

    private void logRetired(String epoch) {
        transactions.executeWithoutResult(status -> log.append(Entry.of(EntryType.ADMIN_KEY, Direction.INTERNAL)
                .with(Field.KEY, "epoch-" + epoch)
                .with(Field.REASON, "retired")));
    }
}
