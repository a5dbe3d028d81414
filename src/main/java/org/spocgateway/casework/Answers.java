package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What partners answered, in the portal or by mail (policy 4.4, 4.5). */
@Component
public class Answers {
    private final AnswerRows rows;
    private final AnswerFiling filing;
    private final WaitingMessages waiting;
    private final Timeline timeline;
    private final Settlements settlements;

    Answers(AnswerRows rows, AnswerFiling filing, WaitingMessages waiting, Timeline timeline, Settlements settlements) {
        this.rows = rows;
        this.filing = filing;
        this.waiting = waiting;
        this.timeline = timeline;
        this.settlements = settlements;
    }

    /** The answers of a case, oldest first. */
    public List<AnswerView> of(CaseId id) {
        return rows.of(id);
    }

    /** Directory ids of the partners who said that a multi-agency plan exists: they are required at the panel (policy 4.5). */
    public List<String> requiredAtPanel(CaseId id) {
        return rows.of(id).stream()
                .filter(AnswerView::planExists)
                .map(AnswerView::party)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** An officer reads a mailed reply and says whether a multi-agency plan exists. */
    public void plan(TransferId id, boolean exists, Actor officer) {
        settlements.settle(settlement -> {
            rows.of(id).stream().findFirst().ifPresent(answer -> {
                rows.plan(id, exists);
                filing.caseOf(id)
                        .ifPresent(caseId -> timeline.add(caseId, exists ? "plan-exists" : "no-plan", officer, id));
            });
            return id;
        });
    }

    /**
     * An officer says which request a waiting mail answers.
     *
     * @return false when the message does not wait any more, or the transfer is no request
     */
    public boolean attach(InboundId message, TransferId answers, Actor officer) {
        return waiting.attachAnswer(message, answers, officer);
    }

    /** A partner answered in the portal: filed in the transaction that stored it. */
    @EventListener
    void given(AnswerGiven answer) {
        settlements.settle(settlement -> {
            filing.fromPortal(settlement, answer);
            return answer.id();
        });
    }
}
