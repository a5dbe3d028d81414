package org.spocgateway.dispatch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Component;

/** The outbox as people ask for it. */
@Component
public class Transfers {
    private final TransferRows rows;
    private final SealedWords sealed;
    private final FirstFailure firstFailure;

    Transfers(TransferRows rows, SealedWords sealed, FirstFailure firstFailure) {
        this.rows = rows;
        this.sealed = sealed;
        this.firstFailure = firstFailure;
    }

    /** One transfer. */
    public Optional<TransferView> find(TransferId id) {
        return rows.find(id).map(this::view);
    }

    /** Several, such as those of one request, in the order asked; what is not there is left out. */
    public List<TransferView> of(Collection<TransferId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Every transfer of a case, oldest first, notices among them. */
    public List<TransferView> of(CaseId id) {
        return rows.ofCase(id).stream().map(this::view).toList();
    }

    /** What has left, or may have left, about a case: the list that STOP shows (policy 4.2). */
    public List<TransferView> alreadyOut(CaseId id) {
        return rows.ofCase(id).stream()
                .filter(row -> row.state().isOut())
                .map(this::view)
                .toList();
    }

    /** Held, uncertain and rejected ones of all cases, oldest first. */
    public List<TransferView> needSomebody() {
        return rows.in(Set.of(TransferState.HELD, TransferState.UNCERTAIN, TransferState.REJECTED)).stream()
                .map(this::view)
                .toList();
    }

    /** How many are in each state. */
    public Map<TransferState, Long> counters() {
        var counters = new EnumMap<TransferState, Long>(TransferState.class);
        for (TransferState state : TransferState.values()) {
            counters.put(state, rows.count(state));
        }
        return counters;
    }

    private TransferView view(TransferRow row) {
        return new TransferView(
                row.id(),
                row.caseId(),
                row.kind(),
                row.state(),
                row.organisation(),
                row.transferChannel(),
                row.decision() == null ? "" : sealed.decision(row).because(),
                sealed.reasons(row),
                Trouble.of(row),
                row.insecureReason(),
                row.evidence(),
                row.notBefore(),
                row.attempts(),
                row.sentAt(),
                firstFailure.telephone(row),
                row.noticeOf(),
                row.receipt());
    }
}
