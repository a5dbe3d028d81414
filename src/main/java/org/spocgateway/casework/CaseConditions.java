package org.spocgateway.casework;

import java.util.ArrayList;
import java.util.List;

/** What must be known before a case makes a move; pure. Every condition that is not met is told, never only the first. */
final class CaseConditions {
    private CaseConditions() {}

    /**
     * What the conditions look at.
     *
     * @param referralWaits a referral on it has not gone on to police (R5)
     * @param evidence a police message on the case, or a recorded call, says that it may be closed (R31)
     */
    record Known(CaseStanding standing, boolean referralWaits, boolean evidence) {}

    static List<CaseReason> against(CaseEvent event, Known known) {
        var reasons = new ArrayList<CaseReason>();
        reasons.addAll(threshold(event, known.standing()));
        if ((event == CaseEvent.CLOSE || event == CaseEvent.DUPLICATE) && known.referralWaits()) {
            reasons.add(new CaseReason("R5", "4.1", "not-forwarded"));
        }
        boolean withPolice = known.standing().state() != CaseState.NEW;
        if (event == CaseEvent.CLOSE && withPolice && !known.evidence()) {
            reasons.add(new CaseReason("R31", "3.2", "closing-evidence"));
        }
        if (event == CaseEvent.PURGE && known.standing().legalHold()) {
            reasons.add(new CaseReason("R32", "all", "legal-hold"));
        }
        return List.copyOf(reasons);
    }

    /** R12 (4.2, 4.3): nothing goes on while nobody knows what police found, and to the panel only what meets the threshold. */
    private static List<CaseReason> threshold(CaseEvent event, CaseStanding standing) {
        boolean asks = switch (event) {
            case READY, PANEL_MEETS, ADOPT, DO_NOT_ADOPT, RETURN_TO_POLICE -> true;
            case CLOSE -> standing.state() != CaseState.NEW;
            default -> false;
        };
        if (!asks || standing.threshold() == Threshold.MET) {
            return List.of();
        }
        if (standing.threshold() == Threshold.UNKNOWN) {
            return List.of(new CaseReason("R12", "4.2", "threshold-unknown"));
        }
        boolean needsMet = event == CaseEvent.READY || event == CaseEvent.PANEL_MEETS || event == CaseEvent.ADOPT;
        return needsMet ? List.of(new CaseReason("R12", "4.2", "threshold-not-met")) : List.of();
    }
}
