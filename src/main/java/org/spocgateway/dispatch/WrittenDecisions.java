package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Requests;
import org.spocgateway.release.Decision;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Reason;
import org.spocgateway.release.Refused;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.Field;
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
    private final DecisionRecords records;
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
            DecisionRecords records,
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
        this.records = records;
        this.sealed = sealed;
        this.entries = entries;
        this.firstFailure = firstFailure;
        this.log = log;
        this.clock = clock;
        this.tx = tx;
    }

    /** Permitted, over one way, with these frozen bytes. */
    void permit(TransferRow row, Decided decided, FrozenContent content) {
        Permitted permitted = (Permitted) decided.decision();
        byte[] decision = sealed.decision(row, permitted.frozen());
        tx.executeWithoutResult(status -> {
            freezing.keep(content);
            if (rows.permit(row.id(), permitted.transferChannel(), decision, content, clock.instant())) {
                log.append(entries.permitted(row, decided, permitted.frozen(), records.write(row, decided)));
            }
        });
    }

    /** Writes down a decision that is not permitted; true when it was one. */
    boolean against(TransferRow row, Decided decided) {
        Decision decision = decided.decision();
        if (decision instanceof Permitted) {
            return false;
        }
        TransferState to = decision instanceof Refused ? TransferState.REFUSED : TransferState.HELD;
        List<Reason> reasons = DecisionRecords.reasons(decision);
        against(
                row,
                to,
                reasons,
                () -> entries.against(row, to, reasons, decided.gate())
                        .with(Field.DECISION_HASH, records.write(row, decided)));
        return true;
    }

    /** Puts it to rest with these reasons, which are not those of the rules. */
    void against(TransferRow row, TransferState to, List<Reason> reasons) {
        Gate gate = gates.gate(row.caseId());
        against(row, to, reasons, () -> entries.against(row, to, reasons, gate));
    }

    private void against(TransferRow row, TransferState to, List<Reason> reasons, Supplier<Entry> entry) {
        byte[] kept = sealed.reasons(row, reasons);
        String rulesNamed = String.join(",", TransferEntries.ruleIds(reasons));
        tx.executeWithoutResult(status -> {
            if (rows.refuse(row.id(), Set.of(row.state()), to, kept, rulesNamed)) {
                noAnswer(row, to);
                firstFailure.raise(row);
                log.append(entry.get());
            }
        });
    }

    private void noAnswer(TransferRow row, TransferState to) {
        if (to == TransferState.REFUSED) {
            requests.notSent(row.id());
        }
    }
}
