package org.spocgateway.casework;

import static org.spocgateway.casework.CaseState.ADOPTED;
import static org.spocgateway.casework.CaseState.AWAITING_POLICE;
import static org.spocgateway.casework.CaseState.CLOSED;
import static org.spocgateway.casework.CaseState.DUPLICATE_OF;
import static org.spocgateway.casework.CaseState.GATHERING_OPEN;
import static org.spocgateway.casework.CaseState.NEW;
import static org.spocgateway.casework.CaseState.NOT_ADOPTED;
import static org.spocgateway.casework.CaseState.PANEL_HELD;
import static org.spocgateway.casework.CaseState.PURGED;
import static org.spocgateway.casework.CaseState.PURGE_DUE;
import static org.spocgateway.casework.CaseState.READY_FOR_PANEL;
import static org.spocgateway.casework.CaseState.REQUESTS_OUT;
import static org.spocgateway.casework.CaseState.RETURNED_TO_POLICE;
import static org.spocgateway.casework.CaseState.REVIEW_12M;
import static org.spocgateway.casework.CaseState.REVIEW_6M;
import static org.spocgateway.casework.CaseState.STOPPED;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every move a case can make; pure. What must be known before a move is in {@link CaseConditions}, and whether partners may be asked
 * is the gate's alone ({@link GateTable}).
 */
public final class CaseTable {
    private CaseTable() {}

    /** Where the event leads; empty when it moves nothing. */
    public static Optional<CaseState> next(CaseState state, CaseEvent event) {
        return switch (event) {
            case WITH_POLICE -> from(state, AWAITING_POLICE, NEW);
            case GATE_OPENS -> from(state, GATHERING_OPEN, NEW, AWAITING_POLICE, RETURNED_TO_POLICE, STOPPED, CLOSED);
            case GATE_CLOSES -> from(state, AWAITING_POLICE, GATHERING_OPEN, REQUESTS_OUT, READY_FOR_PANEL);
            case STOP -> state.isOpen() && state != STOPPED ? Optional.of(STOPPED) : Optional.empty();
            case REQUEST_APPROVED -> from(state, REQUESTS_OUT, GATHERING_OPEN, READY_FOR_PANEL);
            case REQUESTS_UNDONE -> from(state, GATHERING_OPEN, REQUESTS_OUT);
            case READY -> from(state, READY_FOR_PANEL, GATHERING_OPEN, REQUESTS_OUT);
            case PANEL_MEETS -> from(state, PANEL_HELD, READY_FOR_PANEL);
            case ADOPT -> from(state, ADOPTED, PANEL_HELD);
            case DO_NOT_ADOPT -> from(state, NOT_ADOPTED, PANEL_HELD);
            case RETURN_TO_POLICE -> from(state, RETURNED_TO_POLICE, PANEL_HELD);
            case CLOSE -> state.isOpen() ? Optional.of(CLOSED) : Optional.empty();
            case REOPEN -> from(state, AWAITING_POLICE, CLOSED, REVIEW_6M, REVIEW_12M);
            case DUPLICATE -> state.isOpen() ? Optional.of(DUPLICATE_OF) : Optional.empty();
            case NOT_DUPLICATE -> from(state, AWAITING_POLICE, DUPLICATE_OF);
            case SIX_MONTHS_PASS -> from(state, REVIEW_6M, CLOSED);
            case TWELVE_MONTHS_PASS -> from(state, REVIEW_12M, CLOSED, REVIEW_6M);
            case RETENTION_ENDS -> from(state, PURGE_DUE, DUPLICATE_OF, REVIEW_12M);
            case PURGE -> from(state, PURGED, PURGE_DUE);
        };
    }

    private static Optional<CaseState> from(CaseState state, CaseState next, CaseState... places) {
        return Arrays.asList(places).contains(state) ? Optional.of(next) : Optional.empty();
    }
}
