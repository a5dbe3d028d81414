package org.spocgateway.casework;

import java.time.Clock;
import java.util.Optional;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** The gate of each case (policy 4.1 to 4.3): a row with a lock. It opens only by an officer, on a police indication (R2). */
@Component
public class Gates {
    private final GateRows rows;
    private final GateMoves moves;
    private final SpokenWords spoken;
    private final MessageRows messages;
    private final Intake intake;
    private final Police police;
    private final Settlements settlements;
    private final Clock clock;

    Gates(
            GateRows rows,
            GateMoves moves,
            SpokenWords spoken,
            MessageRows messages,
            Intake intake,
            Police police,
            Settlements settlements,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.spoken = spoken;
        this.messages = messages;
        this.intake = intake;
        this.police = police;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** The gate as it is now; CLOSED for a case that nobody knows. */
    public Gate gate(CaseId id) {
        return rows.find(id).map(GateRow::gate).orElse(Gate.CLOSED);
    }

    /** The gate under its row lock until the running transaction ends; STOP takes the same lock. */
    public Gate lock(CaseId id) {
        return rows.lock(id).gate();
    }

    /** What asks for the gate to be opened, if anything does. */
    public Optional<Proposal> proposal(CaseId id) {
        return rows.find(id).flatMap(GateRow::proposal);
    }

    /** An officer points at a police message on the case that is the go-ahead; it must have arrived safely enough to propose (R2, R23). */
    public GateMove propose(CaseId id, InboundId message, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            return onCase(id, message)
                    .map(mail -> proposeSafely(settlement, row, mail, officer))
                    .orElseGet(() -> GateMoves.not(row, "R2", "not-on-case", "This message is not on the case."));
        });
    }

    private GateMove proposeSafely(Settlement settlement, GateRow row, Inbound mail, Actor officer) {
        boolean fromPolice =
                mail.classified().filter(each -> each.kind().fromPolice()).isPresent();
        if (!fromPolice) {
            return GateMoves.not(row, "R2", "not-police", "This message is not from police.");
        }
        if (!police.isSafe(mail)) {
            return GateMoves.not(
                    row,
                    "R23",
                    "arrived-insecurely",
                    "It did not arrive safely enough. Ring police on " + telephone(row) + " and note what they say.");
        }
        return moves.propose(settlement, row, GateEvent.OFFICER_PROPOSES, mail, officer);
    }

    /** An officer confirms the proposal by a message, and that it was received securely (R2, R23). */
    public GateMove confirm(CaseId id, Confirmation confirmation, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            Optional<InboundId> waiting = row.proposal().flatMap(Proposal::message);
            if (row.gate() != Gate.PROPOSED || waiting.isEmpty()) {
                return GateMoves.not(row, "R2", "nothing-proposed", "No police message waits to be confirmed.");
            }
            if (!waiting.get().equals(confirmation.message())) {
                return GateMoves.not(
                        row, "R2", "other-message", "Another message waits to be confirmed. Read it first.");
            }
            if (!confirmation.receivedSecurely()) {
                return GateMoves.not(
                        row, "R23", "tick-missing", "Check how the message arrived, and tick \"received securely\".");
            }
            return opened(settlement, row, confirmation.message(), officer);
        });
    }

    private GateMove opened(Settlement settlement, GateRow row, InboundId message, Actor officer) {
        settlement.log(Entry.of(EntryType.CASE_RECEIVED_SECURELY, Direction.INTERNAL)
                .aboutCase(row.caseId())
                .inbound(message)
                .by(officer));
        Entry entry = moves.entry(EntryType.GATE_OPENED, row, Gate.OPEN, officer)
                .inbound(message)
                .with(Field.WAY, row.proposal().map(Proposal::way).orElse("referral"));
        return moves.open(settlement, row, row.opened(Optional.empty()), entry, "gate-opened", officer);
    }

    /** A second officer confirms a spoken go-ahead; the officer who noted it cannot (R2c). */
    public GateMove confirmSpoken(CaseId id, Actor second) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            Optional<String> noted = row.proposal().flatMap(Proposal::noted);
            if (row.gate() != Gate.PROPOSED || noted.isEmpty()) {
                return GateMoves.not(row, "R2", "nothing-proposed", "No spoken go-ahead waits to be confirmed.");
            }
            if (noted.get().equals(second.ref())) {
                return GateMoves.not(row, "R2", "same-person", "Somebody else than the officer who rang confirms it.");
            }
            Entry entry = moves.entry(EntryType.GATE_OPENED, row, Gate.OPEN, Actor.officer(noted.get()))
                    .approvedBy(second)
                    .with(Field.WAY, "spoken");
            return moves.open(settlement, row, row.opened(Optional.empty()), entry, "gate-opened-spoken", second);
        });
    }

    /** An officer says that the proposal is no go-ahead. */
    public GateMove decline(CaseId id, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            return GateTable.next(row.gate(), GateEvent.DECLINE).isEmpty()
                    ? GateMoves.not(row, "R2", "nothing-proposed", "Nothing waits to be confirmed.")
                    : moves.close(settlement, row, "gate-declined", "declined", Optional.empty(), officer);
        });
    }

    /** An officer notes a spoken go-ahead, called back on the directory's number (R2c). */
    public GateMove spoken(CaseId id, SpokenGoAhead goAhead, Actor officer) {
        return spoken.goAhead(id, goAhead, officer);
    }

    /** Police said on the telephone: not yet. */
    public GateMove notYet(CaseId id, PhoneCall call, Actor officer) {
        return spoken.notYet(id, call, officer);
    }

    /** Police said stop on the telephone; no check of the number stands in its way (R4). */
    public GateMove stop(CaseId id, PhoneCall call, Actor officer) {
        return spoken.stop(id, call, officer);
    }

    /** An officer says that a waiting or doubtful message on the case is a stop (R4). */
    public GateMove stop(CaseId id, InboundId message, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow row = rows.lock(id);
            return onCase(id, message)
                    .map(mail -> moves.stop(settlement, row, Optional.of(mail), officer))
                    .orElseGet(() -> GateMoves.not(row, "R4", "not-on-case", "Put the message on the case first."));
        });
    }

    /** Closes every gate that a spoken go-ahead opened and that no police mail followed within one working day; returns how many (R2c). */
    public int lapse() {
        int lapsed = 0;
        for (CaseId id : rows.mailOverdue(clock.instant())) {
            lapsed += settlements.settle(settlement -> lapse(settlement, rows.lock(id)));
        }
        return lapsed;
    }

    private int lapse(Settlement settlement, GateRow row) {
        boolean due = row.mailDue().filter(at -> !at.isAfter(clock.instant())).isPresent();
        if (!due || GateTable.next(row.gate(), GateEvent.LAPSE).isEmpty()) {
            return 0;
        }
        moves.lapse(settlement, row);
        return 1;
    }

    private Optional<Inbound> onCase(CaseId id, InboundId message) {
        return messages.find(message).filter(each -> each.caseId().equals(id)).flatMap(each -> intake.find(message));
    }

    private String telephone(GateRow row) {
        return police.of(row.caseId()).telephone();
    }
}
