package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.Optional;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.Requests;
import org.spocgateway.directory.Directory;
import org.spocgateway.release.Decision;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Step;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Page 50: puts one transfer to the rules; what they permit is composed, sealed and frozen, once. */
@Step
@Component
public class ChannelRules {
    private static final Fingerprint NOTHING_YET = new Fingerprint("0".repeat(64));

    private final TransferRows rows;
    private final Requests requests;
    private final RuleInput input;
    private final Decisions decisions;
    private final Freezing freezing;
    private final Gates gates;
    private final SealedWords sealed;
    private final TransferEntries entries;
    private final TransferLog log;
    private final Vault vault;
    private final Directory directory;
    private final Clock clock;
    private final TransactionTemplate tx;

    ChannelRules(
            TransferRows rows,
            Requests requests,
            RuleInput input,
            Decisions decisions,
            Freezing freezing,
            Gates gates,
            SealedWords sealed,
            TransferEntries entries,
            TransferLog log,
            Vault vault,
            Directory directory,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.requests = requests;
        this.input = input;
        this.decisions = decisions;
        this.freezing = freezing;
        this.gates = gates;
        this.sealed = sealed;
        this.entries = entries;
        this.log = log;
        this.vault = vault;
        this.directory = directory;
        this.clock = clock;
        this.tx = tx;
    }

    /** From approved to permitted, refused or held; nothing when the row is elsewhere, or the log is fenced. */
    public void enforce(String id) {
        if (!log.mayAct()) {
            return;
        }
        rows.find(new TransferId(id))
                .filter(row -> row.state() == TransferState.APPROVED)
                .ifPresent(this::enforce);
    }

    private void enforce(TransferRow row) {
        MailAddress spoc = directory.council().spocMailbox();
        Optional<Transfer> asked = input.of(row, spoc, NOTHING_YET);
        if (asked.isEmpty()) {
            return;
        }
        Decision way = decisions.decide(row, asked.get());
        if (decisions.settleAgainst(row, way)) {
            return;
        }
        Permitted permitted = (Permitted) way;
        MailAddress sender = input.sender(permitted.transferChannel());
        FrozenContent content = content(row, permitted, sender);
        input.of(row, sender, content.fingerprint()).ifPresent(transfer -> settle(row, transfer, content));
    }

    private FrozenContent content(TransferRow row, Permitted permitted, MailAddress sender) {
        if (row.kind() == TransferKind.NOTICE) {
            return freezing.of(row);
        }
        Outgoing outgoing = requests.outgoing(row.id()).orElseThrow();
        MailAddress recipient = sealed.recipient(row);
        return freezing.freeze(
                row.caseId(),
                new Draft(outgoing, recipient, outgoing.party().flatMap(directory::byId), permitted, sender));
    }

    /** The decision that counts is the one about the frozen bytes. */
    private void settle(TransferRow row, Transfer transfer, FrozenContent content) {
        Decision decision = decisions.decide(row, transfer);
        if (decisions.settleAgainst(row, decision)) {
            return;
        }
        Permitted permitted = (Permitted) decision;
        byte[] frozen = sealed.decision(row, permitted.frozen());
        tx.executeWithoutResult(status -> {
            vault.keep(content.blob());
            if (rows.permit(row.id(), permitted.transferChannel(), frozen, content, clock.instant())) {
                log.append(entries.permitted(row, transfer, permitted.frozen(), gates.gate(row.caseId())));
            }
        });
    }
}
