package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Requests;
import org.spocgateway.portal.Packages;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.TransferLog;
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
    private final Notices notices;
    private final TransferEntries entries;
    private final TransferLog log;
    private final Clock clock;
    private final TransactionTemplate tx;

    LiveLink(
            TransferRows rows,
            Requests requests,
            Packages packages,
            Gates gates,
            Notices notices,
            TransferEntries entries,
            TransferLog log,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.requests = requests;
        this.packages = packages;
        this.gates = gates;
        this.notices = notices;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
        this.tx = tx;
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
            notices.announce(row, packages.makeLive(row.id()), now);
            log.append(entries.outcome(row, accepted));
        }
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
