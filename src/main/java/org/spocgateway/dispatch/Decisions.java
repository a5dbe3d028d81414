package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Requests;
import org.spocgateway.directory.Directory;
import org.spocgateway.release.Decision;
import org.spocgateway.release.FrozenDecision;
import org.spocgateway.release.Held;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Reason;
import org.spocgateway.release.Refused;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the rules, and writes down what they said against a transfer. */
@Component
class Decisions {
    private final ReleaseRules rules;
    private final Directory directory;
    private final Gates gates;
    private final Clock clock;
    private final Requests requests;
    private final TransferRows rows;
    private final SealedWords sealed;
    private final TransferEntries entries;
    private final FirstFailure firstFailure;
    private final TransferLog log;
    private final TransactionTemplate tx;

    Decisions(
            ReleaseRules rules,
            Directory directory,
            Gates gates,
            Clock clock,
            Requests requests,
            TransferRows rows,
            SealedWords sealed,
            TransferEntries entries,
            FirstFailure firstFailure,
            TransferLog log,
            TransactionTemplate tx) {
        this.rules = rules;
        this.directory = directory;
        this.gates = gates;
        this.clock = clock;
        this.requests = requests;
        this.rows = rows;
        this.sealed = sealed;
        this.entries = entries;
        this.firstFailure = firstFailure;
        this.log = log;
        this.tx = tx;
    }

    Decision decide(TransferRow row, Transfer transfer) {
        return rules.decide(transfer, directory, gates.gate(row.caseId()), today());
    }

    Decision again(TransferRow row, FrozenDecision frozen, Transfer transfer) {
        return rules.again(frozen, transfer, directory, gates.gate(row.caseId()), today());
    }

    /** Writes down a decision that is not permitted; true when it was one. */
    boolean settleAgainst(TransferRow row, Decision decision) {
        if (decision instanceof Permitted) {
            return false;
        }
        if (decision instanceof Refused refused) {
            settle(row, TransferState.REFUSED, refused.reasons());
        } else if (decision instanceof Held held) {
            settle(row, TransferState.HELD, held.reasons());
        }
        return true;
    }

    /** Puts it to rest with these reasons, in one transaction. */
    void settle(TransferRow row, TransferState to, List<Reason> reasons) {
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }
}
