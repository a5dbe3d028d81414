package org.spocgateway.casework;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** One referral goes on to Prevent police, once (R5). */
@Component
class Onward {
    static final String ALARM = "not-forwarded";

    private final MessageRows messages;
    private final Approving approving;
    private final CaseMoves cases;
    private final AlarmRows alarms;
    private final Police police;
    private final DraftCheck check;
    private final Clock clock;

    Onward(
            MessageRows messages,
            Approving approving,
            CaseMoves cases,
            AlarmRows alarms,
            Police police,
            DraftCheck check,
            Clock clock) {
        this.messages = messages;
        this.approving = approving;
        this.cases = cases;
        this.alarms = alarms;
        this.police = police;
        this.check = check;
        this.clock = clock;
    }

    /** In the running transaction, under the lock of the case's gate; how it travels is decided by the rules. */
    TransferId forward(Settlement settlement, MessageRow message, Actor by) {
        var draft = new RequestDraft(
                message.caseId(),
                TransferKind.FORWARD_TO_POLICE,
                List.of(),
                List.of(),
                "",
                Map.of(),
                List.of(),
                check.today(),
                Marking.OFFICIAL_SENSITIVE);
        String key = "forward/" + message.id().value();
        var wish = new Approving.Wish(
                key, key, List.of(Recipient.of(police.of(message.caseId()))), Optional.of(message.id()));
        Approved approved = approving.store(settlement, approving.row(draft, by, Duration.ZERO), wish);
        TransferId transfer = approved.transfers().get(0);
        messages.forwarded(message.id(), transfer);
        cases.follows(message.caseId(), CaseEvent.WITH_POLICE);
        alarms.clear(settlement, ALARM, message.caseId(), by);
        settlement.publish(new ReferralToForward(message.caseId(), transfer));
        settlement.log(Entry.of(EntryType.CASE_LINKED, Direction.INTERNAL)
                .inbound(message.id())
                .transfer(transfer)
                .aboutCase(message.caseId())
                .by(by)
                .with(Field.WAY, by.equals(Actor.system()) ? "automatic" : "by-hand")
                .with(
                        Field.GAP_SECONDS,
                        Duration.between(message.receivedAt(), clock.instant()).toSeconds()));
        return transfer;
    }
}
