package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Component;

/** What an officer must see at once, until somebody has dealt with it. */
@Component
public class Alarms {
    private final AlarmRows rows;
    private final Settlements settlements;

    Alarms(AlarmRows rows, Settlements settlements) {
        this.rows = rows;
        this.settlements = settlements;
    }

    /** Every alarm that stands, oldest first. */
    public List<Alarm> raised() {
        return rows.standing();
    }

    /**
     * Raises an alarm in the running transaction or one of its own; an alarm that stands already is not raised twice.
     *
     * @param word 1 to 40 letters, digits and hyphens, for message bundles and the log
     */
    public void raise(String word, Optional<CaseId> caseId, Optional<InboundId> message, String telephone) {
        settlements.settle(settlement -> rows.raise(settlement, word, caseId, message, telephone));
    }

    /** Clears the alarms of this word on a case, in the running transaction or one of its own, as {@link #raise}. */
    public void clear(String word, CaseId caseId, Actor by) {
        settlements.settle(settlement -> rows.clear(settlement, word, caseId, by));
    }

    /** An officer has dealt with one alarm. */
    public void clear(String alarmId, Actor officer) {
        settlements.settle(settlement -> {
            rows.find(alarmId).ifPresent(alarm -> rows.clear(settlement, alarm, officer));
            return alarmId;
        });
    }
}
