package org.spocgateway.casework;

import java.time.Clock;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** What police said on the telephone about the gate: go ahead, not yet, stop (R2c, R3, R4). */
@Component
class SpokenWords {
    private final GateRows rows;
    private final GateMoves moves;
    private final CallRows calls;
    private final Timeline timeline;
    private final Police police;
    private final WorkingTime workingTime;
    private final Settlements settlements;
    private final Clock clock;

    SpokenWords(
            GateRows rows,
            GateMoves moves,
            CallRows calls,
            Timeline timeline,
            Police police,
            WorkingTime workingTime,
            Settlements settlements,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.calls = calls;
        this.timeline = timeline;
        this.police = police;
        this.workingTime = workingTime;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** An officer notes a spoken go-ahead, called back on the directory's number. */
    GateMove goAhead(CaseId id, SpokenGoAhead said, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            Optional<GateMove> fault = fault(row, said.call());
            if (fault.isPresent()) {
                return fault.get();
            }
            GateEvent event = said.secondPersonFirst() ? GateEvent.SPOKEN_FOR_SECOND : GateEvent.SPOKEN;
            if (GateTable.next(row.gate(), event).isEmpty()) {
                return refused(row);
            }
            calls.insert(id, "go-ahead", said.call(), officer);
            restrictions(id, said, officer);
            return said.secondPersonFirst() ? propose(settlement, row, officer) : open(settlement, row, officer);
        });
    }

    /** Police said: not yet. */
    GateMove notYet(CaseId id, PhoneCall call, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            calls.insert(id, "not-yet", call, officer);
            return moves.notYet(settlement, row, Optional.empty(), officer);
        });
    }

    /** Police said: stop. No check of the number stands in its way. */
    GateMove stop(CaseId id, PhoneCall call, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            calls.insert(id, "stop", call, officer);
            return moves.stop(settlement, row, Optional.empty(), officer);
        });
    }

    private GateMove refused(GateRow row) {
        return row.gate() == Gate.STOPPED
                ? GateMoves.not(row, "R4", "second-person", "Police have said stop: a second officer confirms first.")
                : GateMoves.not(row, "R2", "already-open", "The gate is open already.");
    }

    private Optional<GateMove> fault(GateRow row, PhoneCall call) {
        if (call.caller().isBlank()
                || call.collarNumber().isBlank()
                || call.at().isAfter(clock.instant())) {
            return Optional.of(GateMoves.not(
                    row, "R2", "call-incomplete", "Who spoke, their collar number and when they spoke are needed."));
        }
        if (!police.isTheirNumber(row.caseId(), call.number())) {
            return Optional.of(GateMoves.not(
                    row,
                    "R2",
                    "other-number",
                    "Ring back on " + police.of(row.caseId()).telephone() + ", the number in the directory."));
        }
        return Optional.empty();
    }

    private void restrictions(CaseId id, SpokenGoAhead said, Actor officer) {
        if (!said.restrictions().isBlank()) {
            timeline.add(id, "restriction", officer, said.restrictions().strip());
        }
    }

    private GateMove propose(Settlement settlement, GateRow row, Actor officer) {
        rows.save(row.proposed(new Proposal(
                "spoken", clock.instant(), Optional.empty(), Optional.empty(), Optional.of(officer.ref()))));
        timeline.add(row.caseId(), "gate-proposed-spoken", officer);
        settlement.log(moves.entry(EntryType.GATE_PROPOSED, row, Gate.PROPOSED, officer)
                .with(Field.WAY, "spoken"));
        return new Moved(row.gate(), Gate.PROPOSED);
    }

    /** Opens now; unless a police message already waits on the case, one must follow within one working day. */
    private GateMove open(Settlement settlement, GateRow row, Actor officer) {
        boolean mailIsHere = row.proposal().flatMap(Proposal::message).isPresent();
        Entry entry =
                moves.entry(EntryType.GATE_OPENED, row, Gate.OPEN, officer).with(Field.WAY, "spoken");
        GateRow opened = row.opened(
                mailIsHere ? Optional.empty() : Optional.of(workingTime.oneWorkingDayAfter(clock.instant())));
        return moves.open(settlement, row, opened, entry, "gate-opened-spoken", officer);
    }
}
