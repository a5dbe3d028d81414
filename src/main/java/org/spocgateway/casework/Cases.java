package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.InboundId;

/** Cases: found, listed, shown, and put together by officers from waiting messages. */
public class Cases {
    /** One case, without logging that somebody looked; for pages use {@link #view}. */
    public Optional<CaseFile> find(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** By what people say; looked up by blind index. */
    public Optional<CaseId> byReference(CaseReference reference) {
        throw new IllegalStateException("to be written");
    }

    /** Every case that is not closed: urgent first, then the last changed first. */
    public List<CaseSummary> open() {
        throw new IllegalStateException("to be written");
    }

    /** The history of a case, newest first. */
    public List<TimelineEntry> timeline(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** The case for a page; that it was looked at is logged. */
    public Optional<CaseFile> view(CaseId id, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** The person's name and facts; asking is logged. */
    public PersonReferred revealName(CaseId id, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** Facts about the person as an officer read them; they replace what was held under the same names. */
    public void recordPerson(CaseId id, PersonReferred person, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** The person's facts for a draft, without logging; the officer who sends them has seen them revealed. */
    public PersonReferred facts(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /**
     * An officer puts a waiting message on a case. An authenticated police go-ahead then proposes; it never opens.
     *
     * @return false when the message does not wait any more
     */
    public boolean attach(InboundId message, CaseId onto, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** An officer opens a case from a waiting message, gate CLOSED; empty when the message does not wait any more. */
    public Optional<CaseId> openFrom(InboundId message, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /**
     * An officer puts a waiting message away; it can be brought back.
     *
     * @return false when the message does not wait any more
     */
    public boolean setAside(InboundId message, Actor officer) {
        throw new IllegalStateException("to be written");
    }
}
