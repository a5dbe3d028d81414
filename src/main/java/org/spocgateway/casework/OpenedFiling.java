package org.spocgateway.casework;

import java.util.Set;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.springframework.stereotype.Component;

/**
 * Files a message again that was on its case already when an officer opened its locked files: it stays there, and what it says has
 * its effect there by the same rules, if it is clear and names no other case.
 */
@Component
class OpenedFiling {
    private final CaseFinder finder;
    private final CaseRows cases;
    private final GateRows gates;
    private final ConcernFiling concerns;
    private final PoliceFiling police;
    private final Placing placing;
    private final Timeline timeline;

    OpenedFiling(
            CaseFinder finder,
            CaseRows cases,
            GateRows gates,
            ConcernFiling concerns,
            PoliceFiling police,
            Placing placing,
            Timeline timeline) {
        this.finder = finder;
        this.cases = cases;
        this.gates = gates;
        this.concerns = concerns;
        this.police = police;
        this.placing = placing;
        this.timeline = timeline;
    }

    void file(Settlement settlement, Reading reading, CaseId id) {
        GateRow gate = gates.lock(id);
        Set<CaseId> named = finder.cases(reading);
        var due = reading.isConcern() ? concerns.forwardDue(reading) : java.util.Optional.<java.time.Instant>empty();
        if (!placing.again(settlement, reading, id, due) || !reading.kind().fromPolice()) {
            return;
        }
        boolean elsewhere = !named.isEmpty() && !named.equals(Set.of(id));
        boolean proposes = reading.classified().effect() == GateEffect.OPEN_PROPOSED;
        boolean closed = cases.get(id).closedAt().isPresent();
        if (elsewhere || reading.classified().effect() == GateEffect.HOLD || proposes && closed) {
            timeline.add(id, "opened-unclear", Actor.system(), reading.mail());
            if (reading.isStop()) {
                placing.alarm(settlement, reading, "doubtful-stop");
            }
        } else {
            police.effect(settlement, reading, gate, GateEvent.MESSAGE_PROPOSES, Actor.system());
        }
    }
}
