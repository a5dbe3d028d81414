package org.spocgateway.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Reviews six and twelve months after a case was closed; a review keeps the reference, the day and the owner only. */
@Component
public class CaseReviews {
    private final ReviewRows rows;
    private final StandingRows standings;
    private final CaseMoves moves;
    private final CaseRows cases;
    private final GateRows gates;
    private final Timeline timeline;
    private final CaseworkSettings settings;
    private final Settlements settlements;
    private final Clock clock;

    CaseReviews(
            ReviewRows rows,
            StandingRows standings,
            CaseMoves moves,
            CaseRows cases,
            GateRows gates,
            Timeline timeline,
            CaseworkSettings settings,
            Settlements settlements,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.moves = moves;
        this.cases = cases;
        this.gates = gates;
        this.timeline = timeline;
        this.settings = settings;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** Reviews whose day has come, the earliest first. */
    public List<Review> due() {
        return rows.due(today()).stream()
                .map(row -> new Review(
                        row.caseId(), cases.get(row.caseId()).reference(), row.months(), row.dueOn(), row.owner()))
                .toList();
    }

    /** An officer has looked at the case again; after the last review it is kept no longer. */
    public CaseMove reviewed(CaseId id, Actor officer) {
        return settlements.settle(settlement -> {
            gates.lock(id);
            CaseState from = standings.get(id).state();
            if (rows.done(id, today(), officer) == 0) {
                return new CaseNotMoved(from, List.of(new CaseReason("R32", "all", "no-review-due")));
            }
            timeline.add(id, "reviewed", officer);
            settlement.log(Entry.of(EntryType.CASE_RECORDED, Direction.INTERNAL)
                    .aboutCase(id)
                    .by(officer)
                    .with(Field.REASON, "reviewed"));
            return from == CaseState.REVIEW_12M
                    ? moves.follows(id, CaseEvent.RETENTION_ENDS, officer).orElseThrow()
                    : new CaseMoved(from, from);
        });
    }

    /** Moves closed cases whose six or twelve months have passed; returns how many moved. */
    public int timePasses() {
        int moved = 0;
        for (ReviewRows.Row row : rows.due(today())) {
            CaseEvent event = row.months() == 6 ? CaseEvent.SIX_MONTHS_PASS : CaseEvent.TWELVE_MONTHS_PASS;
            if (CaseTable.next(standings.get(row.caseId()).state(), event).isPresent()) {
                moved += settlements.settle(settlement -> passes(settlement, row.caseId(), event));
            }
        }
        return moved;
    }

    private int passes(Settlement settlement, CaseId id, CaseEvent event) {
        gates.lock(id);
        return moves.follows(id, event)
                .map(moved -> {
                    timeline.add(id, "case-" + moved.to().word(), Actor.system());
                    settlement.log(Entry.of(EntryType.CASE_MOVED, Direction.INTERNAL)
                            .aboutCase(id)
                            .by(Actor.system())
                            .with(Field.FROM_STATE, moved.from().word())
                            .with(Field.TO_STATE, moved.to().word()));
                    return 1;
                })
                .orElse(0);
    }

    private LocalDate today() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }
}
