package org.spocgateway.intake;

import java.util.Optional;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Work;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The accepting transaction: the row, the blob's key, the task that carries it on, and the log entry, all or none. */
@Component
class Acceptance {
    private final InboundRows rows;
    private final Vault vault;
    private final Work work;
    private final TransferLog log;
    private final TransactionTemplate transaction;

    Acceptance(InboundRows rows, Vault vault, Work work, TransferLog log, TransactionTemplate transaction) {
        this.rows = rows;
        this.vault = vault;
        this.work = work;
        this.log = log;
        this.transaction = transaction;
    }

    /** Same bytes as an earlier message: linked, its effect suppressed; same Message-ID with other bytes: linked, both take effect. */
    void accept(NewInbound message) {
        try {
            transaction.executeWithoutResult(status -> {
                Optional<InboundRows.Earlier> earlier =
                        rows.earlier(message.fingerprintIndex(), message.messageIdIndex());
                rows.insert(message, earlier);
                vault.keep(message.raw());
                work.wake(InboundTable.TASK, message.id().value());
                log.append(entry(message, earlier));
            });
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            // the unique place is the fence: the message is accepted already
        }
    }

    private static Entry entry(NewInbound message, Optional<InboundRows.Earlier> earlier) {
        Entry entry = Entry.of(
                        earlier.isPresent() ? EntryType.INTAKE_DUPLICATE : EntryType.INTAKE_ACCEPTED, Direction.IN)
                .inbound(message.id())
                .with(Field.SOURCE, message.place().account())
                .with(Field.SIZE_BUCKET, Long.highestOneBit(Math.max(1, message.sizeBytes())))
                .with(Field.TO_STATE, InboundState.ACCEPTED.word());
        return earlier.map(each -> entry.with(Field.LINKED_TO, each.id().value())
                        .with(Field.REASON, each.sameBytes() ? "same-bytes" : "same-message-id"))
                .orElse(entry);
    }
}
