package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;

/**
 * A message as filing needs it, read before the transaction.
 *
 * @param recipients everybody in To and Cc
 * @param inReplyTo Message-IDs that it answers
 * @param text its words; empty when nobody can read it
 */
record Reading(
        Inbound mail,
        Classified classified,
        Optional<MailAddress> from,
        List<MailAddress> recipients,
        List<String> inReplyTo,
        String text) {
    /** What stands for the classification of a message that was never classified. */
    private static final Classified UNSORTED = new Classified(
            MessageKind.UNSORTED,
            ArrivalGrade.F,
            GateEffect.NONE,
            false,
            "none",
            List.of(),
            List.of(),
            List.of(),
            false,
            false,
            false,
            false,
            List.of());

    /** A message that was not read. */
    static Reading unread(Inbound mail) {
        return new Reading(mail, mail.classified().orElse(UNSORTED), Optional.empty(), List.of(), List.of(), "");
    }

    InboundId id() {
        return mail.id();
    }

    MessageKind kind() {
        return classified.kind();
    }

    /** Whether it says that a person may be drawn into terrorism, and it was not police who said so. */
    boolean isConcern() {
        return kind() == MessageKind.STAFF_REFERRAL
                || kind() == MessageKind.SCHOOL_REFERRAL_COPY
                || kind() == MessageKind.PUBLIC_CONCERN;
    }

    /** Whether police say stop, or seem to. */
    boolean isStop() {
        return kind().fromPolice() && (classified.effect() == GateEffect.STOP || kind() == MessageKind.POLICE_STOP);
    }

    @Override
    public String toString() {
        return "Reading[" + id() + "]";
    }
}
