package org.spocgateway.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.spocgateway.terms.CaseId;

/**
 * Where a case stands and what was recorded on its way.
 *
 * @param since when it came to this state
 * @param threshold what police found (R12)
 * @param consent to support, which no rule ever asks for
 * @param duplicateOf the case that goes on, if this is the same matter
 * @param panelOn the day on which the panel met
 * @param legalHold whether somebody with authority said that nothing of it may be erased
 */
public record CaseStanding(
        CaseState state,
        Instant since,
        Threshold threshold,
        SupportConsent consent,
        Optional<CaseId> duplicateOf,
        Optional<LocalDate> panelOn,
        boolean legalHold) {

    CaseStanding at(CaseState next, Instant now) {
        return new CaseStanding(next, now, threshold, consent, duplicateOf, panelOn, legalHold);
    }

    CaseStanding found(Threshold threshold) {
        return new CaseStanding(state, since, threshold, consent, duplicateOf, panelOn, legalHold);
    }

    CaseStanding agreed(SupportConsent consent) {
        return new CaseStanding(state, since, threshold, consent, duplicateOf, panelOn, legalHold);
    }

    CaseStanding sameAs(Optional<CaseId> other) {
        return new CaseStanding(state, since, threshold, consent, other, panelOn, legalHold);
    }

    CaseStanding panel(LocalDate day) {
        return new CaseStanding(state, since, threshold, consent, duplicateOf, Optional.of(day), legalHold);
    }

    CaseStanding held(boolean hold) {
        return new CaseStanding(state, since, threshold, consent, duplicateOf, panelOn, hold);
    }
}
