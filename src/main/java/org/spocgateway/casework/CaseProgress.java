package org.spocgateway.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** What officers do to a case beside the gate: threshold, panel, closing, duplicates, consent to support, legal hold. */
@Component
public class CaseProgress {
    private static final Set<CaseEvent> STEPS = Set.of(
            CaseEvent.READY,
            CaseEvent.ADOPT,
            CaseEvent.DO_NOT_ADOPT,
            CaseEvent.RETURN_TO_POLICE,
            CaseEvent.NOT_DUPLICATE);

    private final GateRows gates;
    private final GateMoves gateMoves;
    private final StandingRows standings;
    private final CaseMoves moves;
    private final CaseRows cases;
    private final MessageRows messages;
    private final CallRows calls;
    private final Intake intake;
    private final Police police;
    private final Timeline timeline;
    private final Settlements settlements;
    private final Clock clock;

    CaseProgress(
            GateRows gates,
            GateMoves gateMoves,
            StandingRows standings,
            CaseMoves moves,
            CaseRows cases,
            MessageRows messages,
            CallRows calls,
            Intake intake,
            Police police,
            Timeline timeline,
            Settlements settlements,
            Clock clock) {
        this.gates = gates;
        this.gateMoves = gateMoves;
        this.standings = standings;
        this.moves = moves;
        this.cases = cases;
        this.messages = messages;
        this.calls = calls;
        this.intake = intake;
        this.police = police;
        this.timeline = timeline;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** What police found (R12). */
    public CaseMove threshold(CaseId id, Threshold found, Actor officer) {
        return records(id, "threshold-" + found.word(), "threshold", officer, standing -> standing.found(found));
    }

    /** Whether the person agreed to support: written down for whoever gives it, and asked for by no rule. */
    public CaseMove consent(CaseId id, SupportConsent consent, Actor officer) {
        return records(id, "consent-" + consent.word(), "consent", officer, standing -> standing.agreed(consent));
    }

    /** Nothing of the case may be erased, or it may again; {@code why} stands in the history. */
    public CaseMove legalHold(CaseId id, boolean on, String why, Actor officer) {
        return settlements.settle(settlement -> {
            gates.lock(id);
            CaseStanding standing = standings.get(id);
            standings.save(id, standing.held(on));
            timeline.add(id, on ? "legal-hold-on" : "legal-hold-off", officer, why.strip());
            settlement.log(recorded(id, on ? "legal-hold-on" : "legal-hold-off", officer));
            return new CaseMoved(standing.state(), standing.state());
        });
    }

    private CaseMove records(
            CaseId id, String what, String purpose, Actor officer, UnaryOperator<CaseStanding> change) {
        return settlements.settle(settlement -> {
            gates.lock(id);
            CaseStanding standing = standings.get(id);
            standings.save(id, change.apply(standing));
            timeline.add(id, what, officer);
            settlement.log(recorded(id, purpose, officer));
            return new CaseMoved(standing.state(), standing.state());
        });
    }

    /** A step towards the panel and after it, or out of being a duplicate. */
    public CaseMove step(CaseId id, CaseEvent step, Actor officer) {
        if (!STEPS.contains(step)) {
            throw new IllegalArgumentException("not a step that an officer takes by itself: " + step);
        }
        return settlements.settle(settlement -> {
            GateRow gate = gates.lock(id);
            CaseMove move = moves(settlement, id, step, false, officer, standing -> standing.sameAs(Optional.empty()));
            if (move instanceof CaseMoved && step == CaseEvent.RETURN_TO_POLICE) {
                gateMoves.ends(settlement, gate, "returned-to-police", Optional.empty(), officer);
            }
            return move;
        });
    }

    /** The panel met on that day (policy 4.5). */
    public CaseMove panelMet(CaseId id, LocalDate day, Actor officer) {
        return settlements.settle(settlement -> {
            gates.lock(id);
            return moves(settlement, id, CaseEvent.PANEL_MEETS, false, officer, standing -> standing.panel(day));
        });
    }

    /** Police agree that nothing more is to be done (R31): the case closes, and its two reviews are booked. */
    public CaseMove close(CaseId id, ClosingEvidence evidence, Actor officer) {
        return settlements.settle(settlement -> {
            GateRow gate = gates.lock(id);
            Optional<Inbound> message = evidence.message()
                    .flatMap(messages::find)
                    .filter(each -> each.caseId().equals(id))
                    .flatMap(each -> intake.find(each.id()))
                    .filter(this::isPolice);
            Optional<PhoneCall> call = evidence.call().filter(each -> isGood(id, each));
            boolean shown = message.isPresent() || call.isPresent();
            CaseMove move = moves(settlement, id, CaseEvent.CLOSE, shown, officer, UnaryOperator.identity());
            if (move instanceof CaseMoved) {
                call.ifPresent(each -> calls.insert(id, "closing", each, officer));
                message.ifPresentOrElse(
                        mail -> timeline.add(id, "closing-evidence", officer, mail),
                        () -> call.ifPresent(each -> timeline.add(id, "closing-call", officer)));
                String way = message.isPresent() ? "message" : call.isPresent() ? "telephone" : "not-with-police";
                gateMoves.ends(settlement, gate, way, message, officer);
            }
            return move;
        });
    }

    /** The same matter as another case, which goes on: this one asks nobody any more. */
    public CaseMove duplicate(CaseId id, CaseReference other, Actor officer) {
        Optional<CaseId> kept = cases.byReference(other).filter(each -> !each.equals(id));
        if (kept.isEmpty()) {
            return new CaseNotMoved(standings.get(id).state(), List.of(new CaseReason("R32", "all", "no-other-case")));
        }
        return settlements.settle(settlement -> {
            GateRow gate = gates.lock(id);
            CaseMove move = moves(settlement, id, CaseEvent.DUPLICATE, false, officer, each -> each.sameAs(kept));
            if (move instanceof CaseMoved) {
                gateMoves.ends(settlement, gate, "duplicate", Optional.empty(), officer);
            }
            return move;
        });
    }

    private CaseMove moves(
            Settlement settlement,
            CaseId id,
            CaseEvent event,
            boolean evidence,
            Actor officer,
            UnaryOperator<CaseStanding> change) {
        CaseStanding standing = standings.get(id);
        var known = new CaseConditions.Known(standing, referralWaits(id), evidence);
        List<CaseReason> reasons = CaseConditions.against(event, known);
        if (!reasons.isEmpty()) {
            return new CaseNotMoved(standing.state(), reasons);
        }
        Optional<CaseMoved> moved = moves.move(id, change.apply(standing), event, officer);
        if (moved.isEmpty()) {
            return new CaseNotMoved(standing.state(), List.of(new CaseReason("R32", "all", "not-from-here")));
        }
        timeline.add(id, "case-" + moved.get().to().word(), officer);
        settlement.log(Entry.of(EntryType.CASE_MOVED, Direction.INTERNAL)
                .aboutCase(id)
                .by(officer)
                .with(Field.FROM_STATE, moved.get().from().word())
                .with(Field.TO_STATE, moved.get().to().word()));
        return moved.get();
    }

    private boolean referralWaits(CaseId id) {
        return messages.toForward(id).stream().map(MessageRow::forwardedAt).anyMatch(Optional::isEmpty);
    }

    private boolean isPolice(Inbound mail) {
        return police.isSafe(mail)
                && mail.classified().filter(each -> each.kind().fromPolice()).isPresent();
    }

    private boolean isGood(CaseId id, PhoneCall call) {
        return !call.caller().isBlank()
                && !call.collarNumber().isBlank()
                && !call.at().isAfter(clock.instant())
                && police.isTheirNumber(id, call.number());
    }

    private static Entry recorded(CaseId id, String what, Actor officer) {
        return Entry.of(EntryType.CASE_RECORDED, Direction.INTERNAL)
                .aboutCase(id)
                .by(officer)
                .with(Field.REASON, what);
    }
}
