package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;

/** Requests of officers, from draft to answer; one decision object for desk, API and command line. */
public class Requests {
    /** What was approved for one recipient. */
    public Optional<Outgoing> outgoing(TransferId id) {
        throw new IllegalStateException("to be written");
    }

    /**
     * Stores a request: one transfer and one reference for each recipient; whether each may leave is decided later, by the rules.
     *
     * @param idempotencyKey chosen by the caller, 1 to 128 characters; the same key again stores nothing and gives the same answer
     */
    public Approval approve(RequestDraft draft, Actor officer, String idempotencyKey) {
        throw new IllegalStateException("to be written");
    }

    /** What would go out, one for each recipient, for the officer's preview; nothing is stored, the ids are not used again. */
    public List<Outgoing> preview(RequestDraft draft, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** Takes a request back within the time for undoing. */
    public UndoResult undo(RequestId id, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** One request. */
    public Optional<RequestView> find(RequestId id) {
        throw new IllegalStateException("to be written");
    }

    /** The requests of a case, newest first; forwards and safeguarding referrals too. */
    public List<RequestView> of(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** Requests that somebody has not answered, the earliest day first. */
    public List<RequestView> waiting() {
        throw new IllegalStateException("to be written");
    }

    /** Of those, the ones whose day to answer by is over. */
    public List<RequestView> overdue() {
        throw new IllegalStateException("to be written");
    }

    /** The transfer that a reference in a reply names; looked up by blind index. */
    public Optional<TransferId> byReference(RequestReference reference) {
        throw new IllegalStateException("to be written");
    }

    /** The request that a transfer belongs to. */
    public Optional<RequestId> requestOf(TransferId id) {
        throw new IllegalStateException("to be written");
    }
}
