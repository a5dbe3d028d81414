package org.spocgateway.wiring;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.GatewayApplication;
import org.spocgateway.directory.Directory;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the transfer log when the gateway started, with which directory, and when it stopped in good order. */
@Component
class RunEntries {
    private static final Logger LOG = LoggerFactory.getLogger(RunEntries.class);

    private final TransferLog log;
    private final TransactionTemplate transactions;
    private final Directory directory;
    private final String node;
    private boolean started;

    RunEntries(
            TransferLog log,
            TransactionTemplate transactions,
            Directory directory,
            @Value("${gateway.node:node-1}") String node) {
        this.log = log;
        this.transactions = transactions;
        this.directory = directory;
        this.node = node;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (log.mayAct()) {
            write(entry(EntryType.SYS_START).with(Field.BUILD, build()).with(Field.DIRECTORY_HASH, directory.hash()));
            started = true;
        }
    }

    /** A stop that cannot be written is a stop all the same: the missing entry shows that it was not in good order. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (!started) {
            return;
        }
        started = false;
        try {
            write(entry(EntryType.SYS_STOP));
        } catch (DataAccessException | TransactionException | IllegalStateException e) {
            LOG.warn(
                    "The stop could not be written into the transfer log: {}",
                    e.getClass().getSimpleName());
        }
    }

    private Entry entry(EntryType type) {
        return Entry.of(type, Direction.INTERNAL).with(Field.NODE, node);
    }

    private void write(Entry entry) {
        transactions.executeWithoutResult(status -> log.append(entry));
    }

    private static String build() {
        return Optional.ofNullable(GatewayApplication.class.getPackage().getImplementationVersion())
                .orElse("0-unpackaged");
    }
}
