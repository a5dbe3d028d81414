package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;

/** What an officer must see at once, until somebody has dealt with it. */
public class Alarms {
    /** Every alarm that stands, oldest first. */
    public List<Alarm> raised() {
        throw new IllegalStateException("to be written");
    }

    /** Raises an alarm in the running transaction or one of its own; an alarm that stands already is not raised twice. */
    public void raise(String word, Optional<CaseId> caseId, Optional<InboundId> message, String telephone) {
        throw new IllegalStateException("to be written");
    }

    /** Clears the alarms of this word on a case, in the running transaction or one of its own. */
    public void clear(String word, CaseId caseId, Actor by) {
        throw new IllegalStateException("to be written");
    }

    /** An officer has dealt with one alarm. */
    public void clear(String alarmId, Actor officer) {
        throw new IllegalStateException("to be written");
    }
}
