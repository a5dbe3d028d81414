package org.spocgateway.intake;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.mail.MailBoxPostProcessAction;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.Barrier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a batch: the barrier once, then every accepted message is moved out of the mailbox by UID.
 *
 * <p>Rows of an earlier run that died are covered too; a message no longer there is only marked (proven/pages.md 4).
 */
@Component("moveAccepted")
class MoveAccepted implements MailBoxPostProcessAction {
    private final InboundRows rows;
    private final MailAccounts accounts;
    private final Barrier barrier;
    private final TransferLog log;
    private final TransactionTemplate transaction;

    MoveAccepted(
            InboundRows rows,
            MailAccounts accounts,
            Barrier barrier,
            TransferLog log,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.accounts = accounts;
        this.barrier = barrier;
        this.log = log;
        this.transaction = transaction;
    }

    @Override
    public void process(Folder folder) throws MessagingException, IOException {
        if (!log.mayAct()) {
            return;
        }
        Mailbox mailbox = Mailbox.of(folder);
        URLName login = folder.getStore().getURLName();
        String account = accounts.nameOf(login.getHost(), login.getUsername());
        List<InboundRow> unmoved =
                rows.unmoved(account, folder.getFullName(), mailbox.folder().getUIDValidity());
        if (unmoved.isEmpty()) {
            return;
        }
        barrier.take();
        String target = accounts.get(account).processed();
        for (InboundRow row : unmoved) {
            var message = mailbox.at(row.place());
            if (message.isPresent()) {
                mailbox.move(message.get(), target);
            }
            settle(row, message.isPresent() ? "moved" : "was-gone");
        }
    }

    private void settle(InboundRow row, String outcome) {
        transaction.executeWithoutResult(status -> {
            rows.markMoved(row.id());
            log.append(Entry.of(EntryType.INTAKE_MOVED, Direction.IN)
                    .inbound(row.id())
                    .with(Field.REASON, outcome));
        });
    }
}
