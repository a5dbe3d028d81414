package org.spocgateway.dispatch;

import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.Requests;
import org.spocgateway.directory.Directory;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferKind;
import org.springframework.stereotype.Component;

/** Has what is permitted composed for its one recipient, and frozen; a notice has its bytes from the start. */
@Component
class Drafting {
    private final Requests requests;
    private final SealedWords sealed;
    private final Directory directory;
    private final Freezing freezing;

    Drafting(Requests requests, SealedWords sealed, Directory directory, Freezing freezing) {
        this.requests = requests;
        this.sealed = sealed;
        this.directory = directory;
        this.freezing = freezing;
    }

    FrozenContent content(TransferRow row, Permitted permitted, MailAddress sender) {
        if (row.kind() == TransferKind.NOTICE) {
            return freezing.of(row);
        }
        Outgoing outgoing = requests.outgoing(row.id()).orElseThrow();
        MailAddress recipient = sealed.recipient(row);
        return freezing.freeze(
                new Draft(outgoing, recipient, outgoing.party().flatMap(directory::byId), permitted, sender));
    }
}
