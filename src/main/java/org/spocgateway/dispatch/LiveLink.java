package org.spocgateway.dispatch;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.Requests;
import org.spocgateway.portal.Packages;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Work;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a staged package readable.
 *
 * <p>Link, state, notice and log entry are one transaction: after a crash the link is live and the transfer sent, or neither.
 */
@Component
class LiveLink {
    private final TransferRows rows;
    private final Requests requests;
    private final Packages packages;
    private final Gates gates;
    private final Freezing freezing;
    private final SealedWords sealed;
    private final TransferEntries entries;
    private final Vault vault;
    private final Work work;
    private final TransferLog log;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate tx;
    private final String portal;

    LiveLink(
            TransferRows rows,
            Requests requests,
            Packages packages,
            Gates gates,
            Freezing freezing,
            SealedWords sealed,
            TransferEntries entries,
            Vault vault,
            Work work,
            TransferLog log,
            SecureRandom random,
            Clock clock,
            TransactionTemplate tx,
            DispatchSettings settings) {
        this.rows = rows;
        this.requests = requests;
        this.packages = packages;
        this.gates = gates;
        this.freezing = freezing;
        this.sealed = sealed;
        this.entries = entries;
        this.vault = vault;
        this.work = work;
        this.log = log;
        this.random = random;
        this.clock = clock;
        this.tx = tx;
        this.portal = settings.portalAddress();
    }

    /** Crosses, then makes the link live. */
    Carriage make(Permitted permitted, PointOfNoReturn pointOfNoReturn) {
        TransferRow row = rows.find(permitted.id()).orElseThrow();
        Evidence evidence = evidence();
        try {
            pointOfNoReturn.cross();
        } catch (RuntimeException refused) {
            return new Carriage.Deferred(evidence);
        }
        tx.executeWithoutResult(status -> settle(row, evidence));
        return new Carriage.Accepted(evidence);
    }

    private void settle(TransferRow row, Evidence evidence) {
        Gate gate = gates.lock(row.caseId());
        Instant now = clock.instant();
        if (gate == Gate.STOPPED && row.kind().waitsForGate()) {
            rows.move(row.id(), Set.of(TransferState.EOD_INTENT), TransferState.FROZEN, now);
            requests.notSent(row.id());
            return;
        }
        var accepted = new Settlement(
                Set.of(TransferState.EOD_INTENT),
                TransferState.SENT,
                "accepted",
                evidence,
                Optional.empty(),
                now,
                Optional.of(now));
        if (rows.settle(row.id(), row.epoch(), accepted)) {
            announce(row, packages.makeLive(row.id()), now);
            log.append(entries.outcome(row, accepted));
        }
    }

    private void announce(TransferRow row, String path, Instant now) {
        Outgoing outgoing = requests.outgoing(row.id()).orElseThrow();
        var recipient = sealed.recipient(row);
        TransferId id = TransferId.random(random);
        FrozenContent content = freezing.notice(row.caseId(), id, recipient, outgoing.reference(), portal + path);
        vault.keep(content.blob());
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

    private static Evidence evidence() {
        return new Evidence(
                "portal",
                "portal",
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "end-to-end",
                true);
    }
}
