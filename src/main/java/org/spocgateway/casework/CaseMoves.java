package org.spocgateway.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.springframework.stereotype.Component;

/** Moves a case whose gate's row is locked, as {@link CaseTable} says; an event that leads nowhere from there changes nothing. */
@Component
class CaseMoves {
    private final StandingRows rows;
    private final CaseRows cases;
    private final ReviewRows reviews;
    private final CaseworkSettings settings;
    private final Clock clock;

    CaseMoves(StandingRows rows, CaseRows cases, ReviewRows reviews, CaseworkSettings settings, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.reviews = reviews;
        this.settings = settings;
        this.clock = clock;
    }

    /** What follows by itself from something else that happened, which is in the history and the log. */
    Optional<CaseMoved> follows(CaseId id, CaseEvent event) {
        return follows(id, event, Actor.system());
    }

    /** The same; {@code by} owns the reviews of a case that is closed. */
    Optional<CaseMoved> follows(CaseId id, CaseEvent event, Actor by) {
        return move(id, rows.get(id), event, by);
    }

    /** Whether its gate can never open again from where it stands. */
    boolean hasEnded(CaseId id) {
        CaseState state = rows.get(id).state();
        return !state.isOpen() && CaseTable.next(state, CaseEvent.GATE_OPENS).isEmpty();
    }

    /** Moves it and stores what was recorded with the move; empty when the event leads nowhere. */
    Optional<CaseMoved> move(CaseId id, CaseStanding standing, CaseEvent event, Actor by) {
        return CaseTable.next(standing.state(), event).map(next -> {
            rows.save(id, standing.at(next, clock.instant()));
            if (next.isOpen()) {
                cases.reopen(id);
                reviews.delete(id);
            } else {
                cases.close(id);
            }
            if (next == CaseState.CLOSED) {
                LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
                reviews.insert(new ReviewRows.Row(id, 6, today.plusMonths(6), by.ref()));
                reviews.insert(new ReviewRows.Row(id, 12, today.plusMonths(12), by.ref()));
            }
            return new CaseMoved(standing.state(), next);
        });
    }

    /** Police found something that was not known yet (R12). */
    void found(CaseId id, Threshold threshold) {
        CaseStanding standing = rows.get(id);
        if (standing.threshold() == Threshold.UNKNOWN) {
            rows.save(id, standing.found(threshold));
        }
    }
}
