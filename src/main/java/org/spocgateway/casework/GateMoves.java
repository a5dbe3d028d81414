package org.spocgateway.casework;

import java.time.Clock;
import java.util.Optional;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Moves a gate whose row is locked, as {@link GateTable} says, and writes down what moved it. */
@Component
class GateMoves {
    private final GateRows rows;
    private final CaseMoves cases;
    private final GateOpenings openings;
    private final Intake intake;
    private final Timeline timeline;
    private final AlarmRows alarms;
    private final Police police;
    private final Clock clock;

    GateMoves(
            GateRows rows,
            CaseMoves cases,
            GateOpenings openings,
            Intake intake,
            Timeline timeline,
            AlarmRows alarms,
            Police police,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.openings = openings;
        this.intake = intake;
        this.timeline = timeline;
        this.alarms = alarms;
        this.police = police;
        this.clock = clock;
    }

    /** A police message asks for the gate to be opened; {@code event} says whether it speaks for itself or an officer points at it. */
    GateMove propose(Settlement settlement, GateRow row, GateEvent event, Inbound message, Actor by) {
        Optional<Gate> next = GateTable.next(row.gate(), event);
        if (next.isEmpty()) {
            return not(row, "R2", "cannot-propose", "The gate is " + row.gate().word() + ": this proposes nothing.");
        }
        if (cases.hasEnded(row.caseId())) {
            return ended(row);
        }
        if (row.gate() == Gate.OPEN) {
            return followed(settlement, row, message, by);
        }
        boolean first = row.proposal().flatMap(Proposal::message).isEmpty();
        if (first || event == GateEvent.OFFICER_PROPOSES) {
            rows.save(row.proposed(new Proposal(
                    isGoAhead(message) ? "go-ahead" : "referral",
                    clock.instant(),
                    Optional.of(message.id()),
                    message.classified().map(Classified::grade),
                    Optional.empty())));
        }
        timeline.add(row.caseId(), first ? "gate-proposed" : "gate-proposed-again", by, message);
        settlement.log(withGrade(entry(EntryType.GATE_PROPOSED, row, next.get(), by), message)
                .with(Field.WAY, event == GateEvent.OFFICER_PROPOSES ? "officer" : "message"));
        return new Moved(row.gate(), next.get());
    }

    /** Police mail about an open case: the mail that a spoken go-ahead waited for, or one more. */
    private GateMove followed(Settlement settlement, GateRow row, Inbound message, Actor by) {
        if (row.mailDue().isPresent()) {
            rows.save(row.mailFollowed());
            timeline.add(row.caseId(), "spoken-go-ahead-followed", by, message);
            settlement.log(withGrade(entry(EntryType.CASE_LINKED, row, Gate.OPEN, by), message)
                    .with(Field.REASON, "followed-spoken"));
        }
        return new Moved(Gate.OPEN, Gate.OPEN);
    }

    /** Police say stop: in the lock, so that nothing crosses the point of no return after it (R4). */
    GateMove stop(Settlement settlement, GateRow row, Optional<Inbound> message, Actor by) {
        rows.save(row.at(Gate.STOPPED));
        cases.follows(row.caseId(), CaseEvent.STOP);
        tell(row, "gate-stopped", by, message);
        if (row.gate() != Gate.STOPPED) {
            settlement.publish(new GateStopped(row.caseId()));
            alarms.raise(
                    settlement,
                    "police-stop",
                    Optional.of(row.caseId()),
                    message.map(Inbound::id),
                    police.of(row.caseId()).telephone());
        }
        settlement.log(withGrade(entry(EntryType.GATE_STOPPED, row, Gate.STOPPED, by), message)
                .with(Field.WAY, message.isPresent() ? "message" : "telephone"));
        return new Moved(row.gate(), Gate.STOPPED);
    }

    /** Police say not yet; a gate that was open closes, and an officer is told (R3, R32). */
    GateMove notYet(Settlement settlement, GateRow row, Optional<Inbound> message, Actor by) {
        if (GateTable.next(row.gate(), GateEvent.NOT_YET).isEmpty()) {
            tell(row, "police-not-yet", by, message);
            return not(row, "R4", "stopped", "Police have said stop: the gate stays STOPPED.");
        }
        if (row.gate() == Gate.OPEN) {
            alarms.raise(
                    settlement,
                    "not-yet-after-open",
                    Optional.of(row.caseId()),
                    message.map(Inbound::id),
                    police.of(row.caseId()).telephone());
        }
        return close(settlement, row, "police-not-yet", "not-yet", message, by);
    }

    /** Police say that nothing more is to be done: the case closes, and what has not left stays here. */
    GateMove noFurtherAction(Settlement settlement, GateRow row, Optional<Inbound> message, Actor by) {
        cases.found(row.caseId(), Threshold.NOT_MET);
        cases.follows(row.caseId(), CaseEvent.CLOSE, by);
        tell(row, "case-closed", by, message);
        return ends(settlement, row, "no-further-action", message, by);
    }

    /** Work on the case ends: nobody is asked any more, and what has not left stays here. */
    GateMove ends(Settlement settlement, GateRow row, String way, Optional<Inbound> message, Actor by) {
        Gate next = GateTable.next(row.gate(), GateEvent.CASE_CLOSES).orElseThrow();
        rows.save(row.at(next));
        alarms.clear(settlement, "call-missing", row.caseId(), by);
        if (row.gate() == Gate.OPEN) {
            settlement.publish(new GateStopped(row.caseId()));
        }
        settlement.log(
                withGrade(entry(EntryType.GATE_CLOSED, row, next, by), message).with(Field.WAY, way));
        return new Moved(row.gate(), next);
    }

    /** The gate closes; {@code what} for the timeline, {@code way} for the log. */
    GateMove close(Settlement settlement, GateRow row, String what, String way, Optional<Inbound> message, Actor by) {
        rows.save(row.at(Gate.CLOSED));
        cases.follows(row.caseId(), CaseEvent.GATE_CLOSES);
        tell(row, what, by, message);
        EntryType type = way.equals("lapsed") ? EntryType.GATE_LAPSED : EntryType.GATE_CLOSED;
        settlement.log(withGrade(entry(type, row, Gate.CLOSED, by), message).with(Field.WAY, way));
        return new Moved(row.gate(), Gate.CLOSED);
    }

    /** Police mail did not follow a spoken go-ahead: the gate closes, and says so (R2c). */
    GateMove lapse(Settlement settlement, GateRow row) {
        alarms.raise(
                settlement,
                "go-ahead-lapsed",
                Optional.of(row.caseId()),
                Optional.empty(),
                police.of(row.caseId()).telephone());
        return close(settlement, row, "go-ahead-lapsed", "lapsed", Optional.empty(), Actor.system());
    }

    /** An officer opens it. */
    GateMove open(Settlement settlement, GateRow row, GateRow opened, Entry also, String what, Actor by) {
        if (cases.hasEnded(row.caseId())) {
            return ended(row);
        }
        Optional<Inbound> message = row.proposal().flatMap(Proposal::message).flatMap(intake::find);
        openings.note(row, message, what.equals("gate-opened-spoken"), by);
        rows.save(opened);
        cases.found(row.caseId(), Threshold.MET);
        cases.follows(row.caseId(), CaseEvent.GATE_OPENS);
        timeline.add(row.caseId(), what, by);
        settlement.log(also);
        return new Moved(row.gate(), Gate.OPEN);
    }

    /** A case that is kept only for its reviews, or as a duplicate, asks nobody any more. */
    private static GateMove ended(GateRow row) {
        return not(row, "R31", "case-ended", "This case has ended. Open a new one from the police message.");
    }

    private static boolean isGoAhead(Inbound message) {
        return message.classified()
                .filter(each -> each.kind() == MessageKind.POLICE_GO_AHEAD)
                .isPresent();
    }

    Entry entry(EntryType type, GateRow row, Gate to, Actor by) {
        return Entry.of(type, Direction.INTERNAL)
                .aboutCase(row.caseId())
                .by(by)
                .with(Field.FROM_STATE, row.gate().word())
                .with(Field.TO_STATE, to.word());
    }

    static GateMove not(GateRow row, String rule, String code, String sentence) {
        return new NotMoved(row.gate(), rule, code, sentence);
    }

    private void tell(GateRow row, String what, Actor by, Optional<Inbound> message) {
        message.ifPresentOrElse(
                mail -> timeline.add(row.caseId(), what, by, mail), () -> timeline.add(row.caseId(), what, by));
    }

    private static Entry withGrade(Entry entry, Inbound message) {
        return withGrade(entry, Optional.of(message));
    }

    private static Entry withGrade(Entry entry, Optional<Inbound> message) {
        message.ifPresent(mail -> {
            entry.inbound(mail.id());
            mail.classified()
                    .ifPresent(each -> entry.with(Field.GRADE, each.grade().name()));
        });
        return entry;
    }
}
