package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Requests;
import org.spocgateway.release.Decision;
import org.spocgateway.release.Held;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Reason;
import org.spocgateway.release.Refused;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what the rules said about a transfer, each in one transaction. */
@Component
class WrittenDecisions {
    private final TransferRows rows;
    private final Requests requests;
    private final Gates gates;
    private final Freezing freezing;
    private final SealedWords sealed;
    private final TransferEntries entries;
    private final FirstFailure firstFailure;
    private final TransferLog log;
    private final Clock clock;
    private final TransactionTemplate tx;

    WrittenDecisions(
            TransferRows rows,
            Requests requests,
            Gates gates,
            Freezing freezing,
            SealedWords sealed,
            TransferEntries entries,
            FirstFailure firstFailure,
            TransferLog log,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.requests = requests;
        this.gates = gates;
        this.freezing = freezing;
        this.sealed = sealed;
        this.entries = entries;
        this.firstFailure = firstFailure;
        this.log = log;
        this.clock = clock;
        this.tx = tx;
    }

    /** Permitted, over one way, with these frozen bytes. */
    void permit(TransferRow row, Transfer transfer, Permitted permitted, FrozenContent content) {
        byte[] decision = sealed.decision(row, permitted.frozen());
        tx.executeWithoutResult(status -> {
            freezing.keep(content);
            if (rows.permit(row.id(), permitted.transferChannel(), decision, content, clock.instant())) {
                log.append(entries.permitted(row, transfer, permitted.frozen(), gates.gate(row.caseId())));
            }
        });
    }

    /** Writes down a decision that is not permitted; true when it was one. */
    boolean against(TransferRow row, Decision decision) {
        if (decision instanceof Permitted) {
            return false;
        }
        if (decision instanceof Refused refused) {
            against(row, TransferState.REFUSED, refused.reasons());
        } else if (decision instanceof Held held) {
            against(row, TransferState.HELD, held.reasons());
        }
        return true;
    }

    /** Puts it to rest with these reasons. */
    void against(TransferRow row, TransferState to, List<Reason> reasons) {
        Gate gate = gates.gate(row.caseId());
        byte[] kept = sealed.reasons(row, reasons);
        String rulesNamed = String.join(",", TransferEntries.ruleIds(reasons));
        tx.executeWithoutResult(status -> {
            if (rows.refuse(row.id(), Set.of(row.state()), to, kept, rulesNamed)) {
                noAnswer(row, to);
                firstFailure.raise(row);
                log.append(entries.against(row, to, reasons, gate));
            }
        });
    }

    private void noAnswer(TransferRow row, TransferState to) {
        if (to == TransferState.REFUSED) {
            requests.notSent(row.id());
        }
    }
}
