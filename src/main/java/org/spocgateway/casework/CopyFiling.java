package org.spocgateway.casework;

import java.time.Duration;
import java.util.Optional;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.work.WorldAway;
import org.springframework.stereotype.Component;

/** A copy of the same bytes goes where the first one went; its effect is not repeated, and it is shown. */
@Component
class CopyFiling {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Intake intake;
    private final GateRows gates;
    private final Placing placing;

    CopyFiling(Intake intake, GateRows gates, Placing placing) {
        this.intake = intake;
        this.gates = gates;
        this.placing = placing;
    }

    void file(Settlement settlement, Reading reading) {
        Optional<Inbound> first = reading.mail().linkedTo().flatMap(intake::find);
        if (first.flatMap(Inbound::caseId).isPresent()) {
            gates.lock(first.get().caseId().orElseThrow());
            placing.onto(settlement, reading, first.get().caseId().orElseThrow(), "copy", Actor.system());
        } else if (first.map(Inbound::state)
                .filter(InboundState.SET_ASIDE::equals)
                .isPresent()) {
            placing.aside(settlement, reading, "copy", Actor.system());
        } else if (first.map(Inbound::state).filter(CopyFiling::isOnItsWay).isPresent()) {
            throw new WorldAway(
                    "the first of two equal messages is not at rest yet",
                    SOON,
                    new IllegalStateException("copy first"));
        } else {
            placing.waits(settlement, reading, "copy");
        }
    }

    private static boolean isOnItsWay(InboundState state) {
        return switch (state) {
            case ACCEPTED, OPENED, UNOPENED, CLASSIFIED -> true;
            case FILED, WAITING, QUARANTINED, SET_ASIDE -> false;
        };
    }
}
