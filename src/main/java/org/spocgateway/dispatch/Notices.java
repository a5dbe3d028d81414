package org.spocgateway.dispatch;

import java.security.SecureRandom;
import java.time.Instant;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.work.Work;
import org.springframework.stereotype.Component;

/** Puts a notice into the outbox: the mail that says that a package waits in the portal, and nothing about a person. */
@Component
class Notices {
    private final TransferRows rows;
    private final Requests requests;
    private final Freezing freezing;
    private final SealedWords sealed;
    private final Work work;
    private final SecureRandom random;
    private final String portal;

    Notices(
            TransferRows rows,
            Requests requests,
            Freezing freezing,
            SealedWords sealed,
            Work work,
            SecureRandom random,
            DispatchSettings settings) {
        this.rows = rows;
        this.requests = requests;
        this.freezing = freezing;
        this.sealed = sealed;
        this.work = work;
        this.random = random;
        this.portal = settings.portalAddress();
    }

    /** In the running transaction, a transfer of its own beside the one that is in the portal at this path. */
    void announce(TransferRow row, String path, Instant now) {
        Outgoing outgoing = requests.outgoing(row.id()).orElseThrow();
        var recipient = sealed.recipient(row);
        TransferId id = TransferId.random(random);
        FrozenContent content = freezing.notice(row.caseId(), id, recipient, outgoing.reference(), portal + path);
        freezing.keep(content);
        rows.insert(
                id,
                row.caseId(),
                TransferKind.NOTICE,
                now,
                now,
                row.organisation(),
                sealed.recipient(row.caseId(), id, recipient),
                row.id(),
                content);
        work.wake(Outcomes.TASK, id.value());
    }
}
