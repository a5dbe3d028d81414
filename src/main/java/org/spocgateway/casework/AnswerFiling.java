package org.spocgateway.casework;

import java.time.Clock;
import java.util.Optional;
import org.spocgateway.intake.Inbound;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Puts an answer on the case of the request it answers, in the running transaction. */
@Component
class AnswerFiling {
    private final RecipientRows recipients;
    private final AnswerRows answers;
    private final CaseRows cases;
    private final Timeline timeline;
    private final Clock clock;

    AnswerFiling(RecipientRows recipients, AnswerRows answers, CaseRows cases, Timeline timeline, Clock clock) {
        this.recipients = recipients;
        this.answers = answers;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    Optional<CaseId> caseOf(TransferId id) {
        return recipients.find(id).map(RecipientRow::caseId);
    }

    void fromPortal(Settlement settlement, AnswerGiven given) {
        RecipientRow to = recipients
                .find(given.id())
                .orElseThrow(() -> new IllegalStateException("an answer to no request of ours"));
        answers.insert(
                to.caseId(),
                new AnswerView(
                        given.id(),
                        to.party(),
                        clock.instant(),
                        Optional.of(given.answer()),
                        given.planExists(),
                        given.text(),
                        given.givenBy(),
                        Optional.of(given.receipt()),
                        Optional.empty()));
        var by = new Actor(Actor.Role.PARTNER, to.party().orElse("partner"));
        timeline.add(to.caseId(), "answer-portal", by, to.transfer());
        tellPlan(to, given.planExists(), by);
        settlement.log(matched(to).by(by).with(Field.WAY, "portal"));
    }

    /** {@code way}: {@code reference}, {@code in-reply-to} or {@code officer}. */
    void fromMail(Settlement settlement, RecipientRow to, Inbound mail, MailedAnswer read, Actor by, String way) {
        answers.insert(
                to.caseId(),
                new AnswerView(
                        to.transfer(),
                        to.party(),
                        mail.receivedAt(),
                        read.answer(),
                        read.planExists(),
                        "",
                        "",
                        Optional.empty(),
                        Optional.of(mail.id())));
        timeline.add(to.caseId(), "answer-mail", by, mail, to.transfer());
        tellPlan(to, read.planExists(), by);
        settlement.log(matched(to).inbound(mail.id()).by(by).with(Field.WAY, way));
    }

    private void tellPlan(RecipientRow to, boolean planExists, Actor by) {
        if (planExists) {
            timeline.add(to.caseId(), "plan-exists", by, to.transfer());
        }
    }

    private static Entry matched(RecipientRow to) {
        Entry entry = Entry.of(EntryType.REPLY_MATCHED, Direction.IN)
                .transfer(to.transfer())
                .aboutCase(to.caseId());
        to.party().ifPresent(entry::organisation);
        return entry;
    }
}
