package org.spocgateway.desk;

import java.util.List;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.intake.ForwardedMail;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a message says, shown to an officer who asked; asking is logged. */
@Component
class MessageText {
    private final Intake intake;
    private final ForwardedMail forwarded;
    private final TransferLog log;
    private final TransactionTemplate transaction;

    MessageText(Intake intake, ForwardedMail forwarded, TransferLog log, TransactionTemplate transaction) {
        this.intake = intake;
        this.forwarded = forwarded;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * A message for a page.
     *
     * @param readable false when nobody can read it; its bytes are kept
     * @param originals police mail that a colleague forwarded in it
     */
    record Text(
            boolean readable,
            String from,
            String subject,
            String text,
            List<String> files,
            List<ForwardedMail.Original> originals) {
        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    Text read(InboundId id, Actor officer) {
        asked(id, officer);
        try {
            ReadMail mail = intake.mail(id);
            return new Text(
                    true,
                    mail.from().map(each -> each.value()).orElse(""),
                    mail.subject(),
                    mail.text(),
                    mail.attachments().stream()
                            .map(ReadMail.Attachment::fileName)
                            .toList(),
                    forwarded.in(id));
        } catch (UnreadableMail e) {
            return new Text(false, "", "", "", List.of(), List.of());
        }
    }

    /** Writes down that an officer asked for what a message holds. */
    void asked(InboundId id, Actor officer) {
        transaction.executeWithoutResult(status -> log.append(Entry.of(EntryType.CASE_REVEALED, Direction.INTERNAL)
                .inbound(id)
                .by(officer)));
    }
}
