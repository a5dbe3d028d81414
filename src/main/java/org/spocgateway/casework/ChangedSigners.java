package org.spocgateway.casework;

import java.util.List;
import java.util.Locale;
import org.spocgateway.intake.ApprovedSigners;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/**
 * The new certificate of a sender whom we know: an officer rings them on the directory's number, has the end of the fingerprint read out
 * and types it here; who approved what and when is in the log. Until then mail with it is not verified and proposes nothing.
 */
@Component
public class ChangedSigners {
    /** So many characters of the fingerprint's end are read out and typed. */
    public static final int READ_OUT = 8;

    private final ApprovedSigners signers;
    private final Intake intake;
    private final Timeline timeline;
    private final AlarmRows alarms;
    private final Settlements settlements;

    ChangedSigners(
            ApprovedSigners signers, Intake intake, Timeline timeline, AlarmRows alarms, Settlements settlements) {
        this.signers = signers;
        this.intake = intake;
        this.timeline = timeline;
        this.alarms = alarms;
        this.settlements = settlements;
    }

    /** What came of it. */
    public enum Approved {
        /** The certificate counts now; a waiting message is verified and sorted again. */
        DONE,
        /** What was typed is not the end of the new fingerprint. */
        OTHER_FINGERPRINT,
        /** No certificate waits in this message any more. */
        TOO_LATE
    }

    /** Approves the certificate that waits in a message, if the typed end of its fingerprint is right. */
    public Approved approve(InboundId id, String typed, Actor officer) {
        Inbound message = intake.find(id).orElseThrow();
        var waiting = signers.waiting(message);
        if (waiting.isEmpty()) {
            return Approved.TOO_LATE;
        }
        String fingerprint = waiting.get().thumbprint().hex();
        String end = typed.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
        if (end.length() < READ_OUT || !fingerprint.endsWith(end)) {
            return Approved.OTHER_FINGERPRINT;
        }
        return settlements.settle(settlement -> {
            if (!signers.approve(message, officer.ref())) {
                settlement.abandon();
                return Approved.TOO_LATE;
            }
            if (intake.verifyAgain(id)) {
                alarms.clear(settlement, id, officer);
            }
            message.caseId().ifPresent(each -> timeline.add(each, "signer-approved", officer));
            settlement.log(entry(fingerprint, officer).inbound(id).with(Field.REASON, "signer-approved"));
            return Approved.DONE;
        });
    }

    /** Every certificate that was approved and still counts. */
    public List<ApprovedSigners.Approval> all() {
        return signers.all();
    }

    /** An administrator ends the approval of a certificate; returns whether there was one. */
    public boolean withdraw(String fingerprint, Actor administrator) {
        return settlements.settle(settlement -> {
            if (signers.withdraw(fingerprint) == 0) {
                settlement.abandon();
                return false;
            }
            settlement.log(entry(fingerprint, administrator).with(Field.REASON, "signer-withdrawn"));
            return true;
        });
    }

    private static Entry entry(String fingerprint, Actor by) {
        return Entry.of(EntryType.ADMIN_KEY, Direction.INTERNAL).by(by).with(Field.SIGNER, fingerprint);
    }
}
