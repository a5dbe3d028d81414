package org.spocgateway.dispatch;

import java.util.Optional;
import java.util.Set;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.Requests;
import org.spocgateway.directory.Directory;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferKind;
import org.springframework.stereotype.Component;

/** Puts a transfer into the form that the rules read; the recipient is the one that was frozen with the row. */
@Component
class RuleInput {
    private final Requests requests;
    private final SealedWords sealed;
    private final Directory directory;

    RuleInput(Requests requests, SealedWords sealed, Directory directory) {
        this.requests = requests;
        this.sealed = sealed;
        this.directory = directory;
    }

    /** The transfer as it would leave; empty when nobody approved it (any more). */
    Optional<Transfer> of(TransferRow row, MailAddress sender, Fingerprint content) {
        if (row.kind() == TransferKind.NOTICE) {
            return Optional.of(notice(row, sender, content));
        }
        return requests.outgoing(row.id())
                .map(outgoing -> of(outgoing, row.kind(), sealed.recipient(row), sender, content));
    }

    /** The From identity of a way: the secure identity between public bodies, the SPOC mailbox otherwise (R9, R19). */
    MailAddress sender(TransferChannel way) {
        return way == TransferChannel.GCSX
                ? directory.council().secureIdentity()
                : directory.council().spocMailbox();
    }

    private static Transfer of(
            Outgoing outgoing, TransferKind kind, MailAddress recipient, MailAddress sender, Fingerprint content) {
        return new Transfer(
                outgoing.id(),
                kind,
                recipient,
                sender,
                Set.copyOf(outgoing.questions()),
                Set.copyOf(outgoing.fields().keySet()),
                true, // that the council asks about somebody is about that person
                outgoing.receivedSecurely(),
                outgoing.urgentCallMissing(),
                outgoing.marking(),
                content);
    }

    private Transfer notice(TransferRow row, MailAddress sender, Fingerprint content) {
        return new Transfer(
                row.id(),
                row.kind(),
                sealed.recipient(row),
                sender,
                Set.of(),
                Set.of(),
                false,
                true,
                false,
                Marking.OFFICIAL,
                content);
    }
}
