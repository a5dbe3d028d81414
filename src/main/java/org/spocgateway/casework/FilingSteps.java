package org.spocgateway.casework;

import java.util.EnumSet;
import java.util.Set;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.Fault;
import org.spocgateway.intake.InboundState;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.Step;
import org.springframework.stereotype.Component;

/** Page 40: files one classified message on a case, or puts it in front of a person. */
@Step
@Component("filing")
public class FilingSteps {
    private static final Set<MessageKind> RECEIPTS = EnumSet.of(
            MessageKind.DELIVERY_FAILURE, MessageKind.OUT_OF_OFFICE, MessageKind.READ_RECEIPT, MessageKind.CANARY);

    private final Readings readings;
    private final PoliceFiling police;
    private final ConcernFiling concerns;
    private final ReplyFiling replies;
    private final CopyFiling copies;
    private final OpenedFiling opened;
    private final Placing placing;
    private final Settlements settlements;

    FilingSteps(
            Readings readings,
            PoliceFiling police,
            ConcernFiling concerns,
            ReplyFiling replies,
            CopyFiling copies,
            OpenedFiling opened,
            Placing placing,
            Settlements settlements) {
        this.readings = readings;
        this.police = police;
        this.concerns = concerns;
        this.replies = replies;
        this.copies = copies;
        this.opened = opened;
        this.placing = placing;
        this.settlements = settlements;
    }

    /** Files the message; {@code inboundId} is the row's id. Everything happens in one transaction, or nothing does. */
    public void file(String inboundId) {
        readings.of(new InboundId(inboundId))
                .filter(reading -> reading.mail().state() == InboundState.CLASSIFIED)
                .ifPresent(reading -> settlements.settle(settlement -> {
                    file(settlement, reading);
                    return reading;
                }));
    }

    private void file(Settlement settlement, Reading reading) {
        MessageKind kind = reading.kind();
        if (reading.mail().caseId().isPresent()) {
            opened.file(settlement, reading, reading.mail().caseId().get());
        } else if (reading.mail().suppressed()) {
            copies.file(settlement, reading);
        } else if (reading.mail().fault().isPresent()) {
            unopened(settlement, reading);
        } else if (kind == MessageKind.POLICE_ENCRYPTED || kind == MessageKind.POLICE_MICROSOFT_WRAPPER) {
            placing.waits(settlement, reading, "wrapper", "police-mail-unopened");
        } else if (kind.fromPolice()) {
            police.file(settlement, reading);
        } else if (reading.isConcern()) {
            concerns.file(settlement, reading);
        } else {
            others(settlement, reading);
        }
    }

    /** Kept, and in front of a person with the next step and an alarm: nobody knows what it says (R32). */
    private void unopened(Settlement settlement, Reading reading) {
        if (reading.mail().fault().filter(Fault::isFromScanner).isPresent()) {
            placing.sealedOff(settlement, reading);
        } else if (reading.kind().fromPolice()) {
            placing.waits(settlement, reading, "unopened", "police-mail-unopened");
        } else {
            placing.waits(settlement, reading, "unopened", "mail-unopened");
        }
    }

    private void others(Settlement settlement, Reading reading) {
        if (RECEIPTS.contains(reading.kind())) {
            settlement.publish(new ReceiptFiled(reading.mail().id()));
        }
        switch (reading.kind()) {
            case PARTNER_RETURN, PARTNER_NIL_RETURN -> replies.answer(settlement, reading);
            case OUT_OF_OFFICE -> {
                if (!replies.notAnAnswer(settlement, reading)) {
                    placing.aside(settlement, reading, Placing.word(reading), Actor.system());
                }
            }
            case DELIVERY_FAILURE -> {
                if (!replies.notAnAnswer(settlement, reading)) {
                    placing.waits(settlement, reading, Placing.word(reading));
                }
            }
            case CJSM_MAIL -> replies.ofSecureMail(settlement, reading);
            case NOISE, CANARY -> placing.aside(settlement, reading, Placing.word(reading), Actor.system());
            case HOSTILE -> placing.waits(settlement, reading, hostile(reading));
            default -> placing.waits(settlement, reading, Placing.word(reading));
        }
    }

    private static String hostile(Reading reading) {
        return reading.classified().rule().contains("lookalike") ? "lookalike" : "hostile";
    }
}
