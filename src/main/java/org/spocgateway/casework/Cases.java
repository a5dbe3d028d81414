package org.spocgateway.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Cases: found, listed, shown, and put together by officers from waiting messages. */
@Component
public class Cases {
    private final CaseRows rows;
    private final CaseReading reading;
    private final FactRows facts;
    private final Timeline timeline;
    private final WaitingMessages waiting;
    private final Settlements settlements;

    Cases(
            CaseRows rows,
            CaseReading reading,
            FactRows facts,
            Timeline timeline,
            WaitingMessages waiting,
            Settlements settlements) {
        this.rows = rows;
        this.reading = reading;
        this.facts = facts;
        this.timeline = timeline;
        this.waiting = waiting;
        this.settlements = settlements;
    }

    /** One case, without logging that somebody looked; for pages use {@link #view}. */
    public Optional<CaseFile> find(CaseId id) {
        return rows.find(id).map(reading::file);
    }

    /** By what people say; looked up by blind index. */
    public Optional<CaseId> byReference(CaseReference reference) {
        return rows.byReference(reference);
    }

    /** Every case that is not closed: urgent first, then the last changed first. */
    public List<CaseSummary> open() {
        return rows.open().stream()
                .map(reading::summary)
                .sorted(Comparator.comparing(CaseSummary::urgent)
                        .thenComparing(CaseSummary::changedAt)
                        .reversed())
                .toList();
    }

    /** The history of a case, newest first. */
    public List<TimelineEntry> timeline(CaseId id) {
        return timeline.of(id);
    }

    /** The case for a page; that it was looked at is logged. */
    public Optional<CaseFile> view(CaseId id, Actor officer) {
        Optional<CaseFile> file = find(id);
        file.ifPresent(found -> log(EntryType.CASE_VIEWED, id, officer));
        return file;
    }

    /** The person's name and facts; asking is logged. */
    public PersonReferred revealName(CaseId id, Actor officer) {
        return settlements.settle(settlement -> {
            timeline.add(id, "name-shown", officer);
            settlement.log(entry(EntryType.CASE_REVEALED, id, officer));
            return facts.of(id);
        });
    }

    /** Facts about the person as an officer read them; they replace what was held under the same names, an empty text takes one away. */
    public void recordPerson(CaseId id, PersonReferred person, Actor officer) {
        settlements.settle(settlement -> {
            facts.put(id, person.facts());
            timeline.add(id, "person-recorded", officer);
            return id;
        });
    }

    /** The person's facts for a draft, without logging: whoever sends them has seen them revealed, and the sending is logged. */
    public PersonReferred facts(CaseId id) {
        return facts.of(id);
    }

    /**
     * An officer puts a waiting message on a case. An authenticated police go-ahead then proposes; it never opens.
     *
     * @return false when the message does not wait any more
     */
    public boolean attach(InboundId message, CaseId onto, Actor officer) {
        return waiting.attach(message, onto, officer);
    }

    /** An officer opens a case from a waiting message, gate CLOSED; empty when the message does not wait any more. */
    public Optional<CaseId> openFrom(InboundId message, Actor officer) {
        return waiting.openFrom(message, officer);
    }

    /**
     * An officer puts a waiting message away; it can be brought back.
     *
     * @return false when the message does not wait any more
     */
    public boolean setAside(InboundId message, Actor officer) {
        return waiting.setAside(message, officer);
    }

    /**
     * An officer has a message scanned once more that the virus scanner stopped.
     *
     * @return false when it is not stopped any more
     */
    public boolean scanAgain(InboundId message, Actor officer) {
        return waiting.scanAgain(message, officer);
    }

    /**
     * An officer brings a message back that was put away.
     *
     * @return false when it is not put away any more
     */
    public boolean bringBack(InboundId message, Actor officer) {
        return waiting.bringBack(message, officer);
    }

    private void log(EntryType type, CaseId id, Actor officer) {
        settlements.settle(settlement -> {
            settlement.log(entry(type, id, officer));
            return id;
        });
    }

    private static Entry entry(EntryType type, CaseId id, Actor officer) {
        return Entry.of(type, Direction.INTERNAL).aboutCase(id).by(officer).with(Field.PURPOSE, "casework");
    }
}
