package org.spocgateway.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Requests of officers, from draft to answer; one decision object for desk, API and command line. */
@Component
public class Requests {
    private static final Pattern KEY = Pattern.compile("\\S{1,128}");

    private final RequestRows rows;
    private final RecipientRows recipients;
    private final RequestReading reading;
    private final DraftCheck check;
    private final Approving approving;
    private final GateRows gates;
    private final CaseMoves cases;
    private final Timeline timeline;
    private final CaseworkSettings settings;
    private final Settlements settlements;
    private final Clock clock;

    Requests(
            RequestRows rows,
            RecipientRows recipients,
            RequestReading reading,
            DraftCheck check,
            Approving approving,
            GateRows gates,
            CaseMoves cases,
            Timeline timeline,
            CaseworkSettings settings,
            Settlements settlements,
            Clock clock) {
        this.rows = rows;
        this.recipients = recipients;
        this.reading = reading;
        this.check = check;
        this.approving = approving;
        this.gates = gates;
        this.cases = cases;
        this.timeline = timeline;
        this.settings = settings;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** What was approved for one recipient, with the case as it is now. */
    public Optional<Outgoing> outgoing(TransferId id) {
        return reading.outgoing(id);
    }

    /**
     * Stores a request: one transfer and one reference for each recipient; whether each may leave is decided later, by the rules.
     *
     * @param idempotencyKey chosen by the caller, 1 to 128 characters without spaces; the same key of the same officer again stores
     *     nothing and gives the same answer
     */
    public Approval approve(RequestDraft draft, Actor officer, String idempotencyKey) {
        List<NotApproved.Fault> faults = check.faults(draft);
        if (!KEY.matcher(idempotencyKey).matches()) {
            return new NotApproved(List.of(
                    new NotApproved.Fault("bad-key", "An idempotency key has 1 to 128 characters and no spaces.")));
        }
        String key = "request/" + officer.role() + "/" + officer.ref() + "/" + idempotencyKey;
        String wished = wished(draft);
        Optional<Approval> before = approving.before(key, wished);
        if (before.isPresent() || !faults.isEmpty()) {
            return before.orElseGet(() -> new NotApproved(faults));
        }
        return settlements.settle(settlement -> {
            gates.lock(draft.caseId());
            // Asked again under the lock: the other half of a double click may have been here meanwhile.
            return approving
                    .before(key, wished)
                    .orElseGet(() -> store(
                            settlement,
                            draft,
                            officer,
                            new Approving.Wish(key, wished, check.recipients(draft), Optional.empty())));
        });
    }

    private Approval store(Settlement settlement, RequestDraft draft, Actor officer, Approving.Wish wish) {
        RequestRow row = approving.row(draft, officer, settings.undo());
        Approved approved = approving.store(settlement, row, wish);
        if (draft.kind() == TransferKind.INFORMATION_REQUEST) {
            cases.follows(draft.caseId(), CaseEvent.REQUEST_APPROVED);
        }
        settlement.publish(new RequestApproved(approved.request(), draft.caseId(), approved.transfers()));
        return approved;
    }

    /** What would go out, one for each recipient, for the officer's preview; nothing is stored, the ids are not used again. */
    public List<Outgoing> preview(RequestDraft draft, Actor officer) {
        RequestRow row = approving.row(draft, officer, settings.undo());
        return check.recipients(draft).stream()
                .map(to -> reading.outgoing(row, recipients.drawn(row, to, Optional.empty())))
                .toList();
    }

    /** How long a request can be taken back after it was approved. */
    public Duration timeToUndo() {
        return settings.undo();
    }

    /** Takes a request back within the time for undoing. */
    public UndoResult undo(RequestId id, Actor officer) {
        Optional<RequestRow> found = rows.find(id);
        if (found.isEmpty()) {
            return UndoResult.UNKNOWN;
        }
        return settlements.settle(settlement -> {
            gates.lock(found.get().caseId());
            return undo(settlement, rows.find(id).orElseThrow(), officer);
        });
    }

    private UndoResult undo(Settlement settlement, RequestRow row, Actor officer) {
        if (row.undoneAt().isPresent()) {
            return UndoResult.UNDONE_BEFORE;
        }
        if (!clock.instant().isBefore(row.notBefore())) {
            return UndoResult.TOO_LATE;
        }
        rows.undone(row.id());
        if (!rows.anyAsked(row.caseId())) {
            cases.follows(row.caseId(), CaseEvent.REQUESTS_UNDONE);
        }
        timeline.add(row.caseId(), "request-undone", officer);
        List<TransferId> transfers =
                recipients.of(row.id()).stream().map(RecipientRow::transfer).toList();
        settlement.publish(new RequestUndone(row.id(), row.caseId(), transfers));
        for (TransferId transfer : transfers) {
            settlement.log(Entry.of(EntryType.REQUEST_UNDONE, Direction.INTERNAL)
                    .transfer(transfer)
                    .aboutCase(row.caseId())
                    .by(officer)
                    .with(Field.KIND, row.kind().word()));
        }
        return UndoResult.UNDONE;
    }

    /**
     * Gives the partners of a request more time.
     *
     * @return false when the new day is not after the old one, or nobody's answer is waited for
     */
    public boolean extend(RequestId id, LocalDate replyBy, Actor officer) {
        return settlements.settle(settlement -> {
            RequestRow row = rows.find(id).orElseThrow();
            gates.lock(row.caseId());
            if (!reading.view(row).waits() || !replyBy.isAfter(row.replyBy())) {
                return false;
            }
            rows.replyBy(id, replyBy);
            timeline.add(row.caseId(), "request-extended", officer);
            List<TransferId> transfers =
                    recipients.of(id).stream().map(RecipientRow::transfer).toList();
            settlement.publish(new RequestExtended(transfers, replyBy));
            settlement.log(Entry.of(EntryType.REQUEST_EXTENDED, Direction.INTERNAL)
                    .aboutCase(row.caseId())
                    .by(officer)
                    .with(Field.COUNT, transfers.size()));
            return true;
        });
    }

    /** An officer withdrew a request from one partner: no answer is waited for; called in the transaction that says so. */
    public void withdrawn(TransferId id, Actor officer) {
        recipients.find(id).filter(to -> !to.withdrawn()).ifPresent(to -> {
            recipients.withdrawn(id, clock.instant());
            timeline.add(to.caseId(), "request-withdrawn", officer, id);
        });
    }

    /** A transfer was refused, frozen or rejected: no answer is waited for; called in the transaction that says so. */
    public void notSent(TransferId id) {
        recipients.notSent(id);
    }

    /** One request. */
    public Optional<RequestView> find(RequestId id) {
        return rows.find(id).map(reading::view);
    }

    /** The requests of a case, newest first; forwards and safeguarding referrals too. */
    public List<RequestView> of(CaseId id) {
        return rows.of(id).stream().map(reading::view).toList();
    }

    /** Requests that somebody has not answered, the earliest day first. */
    public List<RequestView> waiting() {
        return rows.waiting().stream().map(reading::view).toList();
    }

    /** Of those, the ones whose day to answer by is over. */
    public List<RequestView> overdue() {
        return waiting().stream().filter(RequestView::overdue).toList();
    }

    /** The transfer that a reference in a reply names; looked up by blind index. */
    public Optional<TransferId> byReference(RequestReference reference) {
        return recipients.byReference(reference).map(RecipientRow::transfer);
    }

    /** The request that a transfer belongs to. */
    public Optional<RequestId> requestOf(TransferId id) {
        return recipients.find(id).map(RecipientRow::request);
    }

    /** Everything that makes a draft this draft and no other. */
    private static String wished(RequestDraft draft) {
        return Written.text(List.of(
                draft.caseId().value(),
                draft.kind().word(),
                draft.addressees().stream()
                        .map(each -> each.party().orElse("") + "<"
                                + each.address().map(address -> address.value()).orElse(""))
                        .toList(),
                draft.questions(),
                draft.freeText(),
                draft.fields(),
                Written.documents(draft.documents()),
                draft.replyBy().toString(),
                draft.marking().name()));
    }
}
