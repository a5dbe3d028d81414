package org.spocgateway.casework;

import java.util.Optional;
import java.util.Set;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.springframework.stereotype.Component;

/**
 * Files what police write (policy 4.1 to 4.3): referrals, go-aheads, not yet, stop, no further action.
 *
 * <p>A doubtful stop (arrived below the grade of the profile, ambiguous, or naming no or several cases) freezes nothing by itself,
 * since whoever can forge one could stall every case (R32); it raises an alarm with the number to ring, and one click stops (R4).
 */
@Component
class PoliceFiling {
    private final CaseFinder finder;
    private final PoliceReferenceRows references;
    private final CaseRows cases;
    private final GateRows gates;
    private final GateMoves moves;
    private final Placing placing;
    private final Police police;

    PoliceFiling(
            CaseFinder finder,
            PoliceReferenceRows references,
            CaseRows cases,
            GateRows gates,
            GateMoves moves,
            Placing placing,
            Police police) {
        this.finder = finder;
        this.references = references;
        this.cases = cases;
        this.gates = gates;
        this.moves = moves;
        this.placing = placing;
        this.police = police;
    }

    void file(Settlement settlement, Reading reading) {
        references.claim(reading.classified().policeReferences());
        Set<CaseId> found = finder.cases(reading);
        Optional<String> doubt = doubt(reading, found);
        if (doubt.isPresent()) {
            waits(settlement, reading, doubt.get());
        } else if (found.isEmpty()) {
            CaseId id = placing.newCase(settlement, Actor.system());
            put(settlement, reading, gates.lock(id), Actor.system());
        } else {
            join(settlement, reading, gates.lock(found.iterator().next()));
        }
    }

    private Optional<String> doubt(Reading reading, Set<CaseId> found) {
        boolean safe = police.isSafe(reading.mail());
        if (reading.classified().effect() == GateEffect.HOLD) {
            return Optional.of(safe ? "ambiguous" : "arrived-insecurely");
        }
        if (found.size() > 1) {
            return Optional.of("two-cases");
        }
        boolean moves = reading.classified().effect() != GateEffect.NONE;
        if (moves && !safe) {
            return Optional.of("arrived-insecurely");
        }
        boolean referral = isReferral(reading);
        return found.isEmpty() && !referral ? Optional.of("no-case") : Optional.empty();
    }

    private static boolean isReferral(Reading reading) {
        return !reading.isStop()
                && (reading.kind() == MessageKind.POLICE_REFERRAL
                        || reading.kind() == MessageKind.POLICE_REFERRAL_URGENT
                        || reading.kind() == MessageKind.POLICE_TO_INDIVIDUAL);
    }

    private void waits(Settlement settlement, Reading reading, String why) {
        if (reading.isStop()) {
            placing.waits(settlement, reading, why, "doubtful-stop");
        } else {
            placing.waits(settlement, reading, why);
        }
    }

    private void join(Settlement settlement, Reading reading, GateRow gate) {
        boolean proposes = reading.classified().effect() == GateEffect.OPEN_PROPOSED;
        if (proposes && gate.gate() == Gate.STOPPED) {
            placing.waits(settlement, reading, "case-stopped");
        } else if (proposes && cases.get(gate.caseId()).closedAt().isPresent()) {
            placing.waits(settlement, reading, "case-closed");
        } else {
            put(settlement, reading, gate, Actor.system());
        }
    }

    private void put(Settlement settlement, Reading reading, GateRow gate, Actor by) {
        if (placing.onto(settlement, reading, gate.caseId(), Placing.word(reading), by)) {
            effect(settlement, reading, gate, GateEvent.MESSAGE_PROPOSES, by);
        }
    }

    /** What the message does to the gate whose row is locked; a message that arrived too insecurely does nothing by itself. */
    void effect(Settlement settlement, Reading reading, GateRow gate, GateEvent proposal, Actor by) {
        if (!police.isSafe(reading.mail())) {
            return;
        }
        if (reading.classified().effect() == GateEffect.OPEN_PROPOSED) {
            moves.propose(settlement, gate, proposal, reading.mail(), by);
        } else if (reading.classified().effect() == GateEffect.STOP) {
            moves.stop(settlement, gate, Optional.of(reading.mail()), by);
        } else if (reading.kind() == MessageKind.POLICE_NO_FURTHER_ACTION) {
            moves.noFurtherAction(settlement, gate, Optional.of(reading.mail()), by);
        } else if (reading.classified().effect() == GateEffect.STAY_CLOSED) {
            moves.notYet(settlement, gate, Optional.of(reading.mail()), by);
        }
    }
}
