package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;

/** What partners answered, in the portal or by mail (policy 4.4, 4.5). */
public class Answers {
    /** The answers of a case, oldest first. */
    public List<AnswerView> of(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** Directory ids of the partners who said that a multi-agency plan exists: they are required at the panel (policy 4.5). */
    public List<String> requiredAtPanel(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** An officer reads a mailed reply and says whether a multi-agency plan exists. */
    public void plan(TransferId id, boolean exists, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /**
     * An officer says which request a waiting mail answers.
     *
     * @return false when the message does not wait any more
     */
    public boolean attach(InboundId message, TransferId answers, Actor officer) {
        throw new IllegalStateException("to be written");
    }
}
