package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.terms.Gate;

/**
 * Every move a gate can make; pure (policy 4.1 to 4.3).
 *
 * <p>No line leads to OPEN but an officer's. STOPPED is left only by an officer: a go-ahead that was written before the stop and
 * arrives after it must not undo the stop.
 */
public final class GateTable {
    private GateTable() {}

    /** Where the event leads; empty when it moves nothing and is put in front of a person, or refused to one. */
    public static Optional<Gate> next(Gate gate, GateEvent event) {
        return switch (gate) {
            case CLOSED -> fromClosed(event);
            case PROPOSED -> fromProposed(event);
            case OPEN -> fromOpen(event);
            case STOPPED -> fromStopped(event);
        };
    }

    private static Optional<Gate> fromClosed(GateEvent event) {
        return switch (event) {
            case MESSAGE_PROPOSES, OFFICER_PROPOSES, SPOKEN_FOR_SECOND -> Optional.of(Gate.PROPOSED);
            case SPOKEN -> Optional.of(Gate.OPEN);
            case NOT_YET, CASE_CLOSES -> Optional.of(Gate.CLOSED);
            case STOP -> Optional.of(Gate.STOPPED);
            case CONFIRM, DECLINE, LAPSE -> Optional.empty();
        };
    }

    private static Optional<Gate> fromProposed(GateEvent event) {
        return switch (event) {
            case MESSAGE_PROPOSES, OFFICER_PROPOSES, SPOKEN_FOR_SECOND -> Optional.of(Gate.PROPOSED);
            case SPOKEN, CONFIRM -> Optional.of(Gate.OPEN);
            case DECLINE, NOT_YET, CASE_CLOSES -> Optional.of(Gate.CLOSED);
            case STOP -> Optional.of(Gate.STOPPED);
            case LAPSE -> Optional.empty();
        };
    }

    private static Optional<Gate> fromOpen(GateEvent event) {
        return switch (event) {
            case MESSAGE_PROPOSES -> Optional.of(Gate.OPEN);
            case NOT_YET, LAPSE, CASE_CLOSES -> Optional.of(Gate.CLOSED);
            case STOP -> Optional.of(Gate.STOPPED);
            case OFFICER_PROPOSES, SPOKEN_FOR_SECOND, SPOKEN, CONFIRM, DECLINE -> Optional.empty();
        };
    }

    private static Optional<Gate> fromStopped(GateEvent event) {
        return switch (event) {
            case OFFICER_PROPOSES, SPOKEN_FOR_SECOND -> Optional.of(Gate.PROPOSED);
            case STOP, CASE_CLOSES -> Optional.of(Gate.STOPPED);
            case MESSAGE_PROPOSES, SPOKEN, CONFIRM, DECLINE, NOT_YET, LAPSE -> Optional.empty();
        };
    }
}
