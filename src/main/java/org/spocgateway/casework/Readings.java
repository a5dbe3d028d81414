package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Component;

/** Reads a message before it is filed: no transaction runs meanwhile. */
@Component
class Readings {
    private final Intake intake;

    Readings(Intake intake) {
        this.intake = intake;
    }

    Optional<Reading> of(InboundId id) {
        return intake.find(id).map(this::read);
    }

    private Reading read(Inbound mail) {
        Reading unread = Reading.unread(mail);
        if (mail.fault().isPresent()) {
            return unread;
        }
        try {
            ReadMail read = intake.mail(mail.id());
            return new Reading(mail, unread.classified(), read.from(), read.inReplyTo(), read.text());
        } catch (UnreadableMail e) {
            // Kept and shown all the same: what nobody can read goes in front of a person (R32).
            return unread;
        }
    }
}
