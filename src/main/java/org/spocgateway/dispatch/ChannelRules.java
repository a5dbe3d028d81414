package org.spocgateway.dispatch;

import java.util.Optional;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Step;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;

/** Page 50: puts one transfer to the rules; what they permit is composed, sealed and frozen, once. */
@Step
@Component
public class ChannelRules {
    private static final Fingerprint NOTHING_YET = new Fingerprint("0".repeat(64));

    private final TransferRows rows;
    private final RuleInput input;
    private final Decisions decisions;
    private final WrittenDecisions written;
    private final Drafting drafting;
    private final TransferLog log;

    ChannelRules(
            TransferRows rows,
            RuleInput input,
            Decisions decisions,
            WrittenDecisions written,
            Drafting drafting,
            TransferLog log) {
        this.rows = rows;
        this.input = input;
        this.decisions = decisions;
        this.written = written;
        this.drafting = drafting;
        this.log = log;
    }

    /** From approved to permitted, refused or held; nothing when the row is elsewhere, or the log is fenced. */
    public void enforce(String id) {
        if (!log.mayAct()) {
            return;
        }
        rows.find(new TransferId(id))
                .filter(row -> row.state() == TransferState.APPROVED)
                .ifPresent(this::enforce);
    }

    private void enforce(TransferRow row) {
        MailAddress spoc = input.sender(TransferChannel.INTERNAL_STANDARD);
        Optional<Transfer> asked = input.of(row, spoc, NOTHING_YET);
        if (asked.isEmpty()) {
            return;
        }
        Decided way = decisions.decide(row, asked.get());
        if (written.against(row, way)) {
            return;
        }
        Permitted permitted = (Permitted) way.decision();
        MailAddress sender = input.sender(permitted.transferChannel());
        FrozenContent content = drafting.content(row, permitted, sender);
        input.of(row, sender, content.fingerprint()).ifPresent(transfer -> settle(row, transfer, content));
    }

    /** The decision that counts is the one about the frozen bytes. */
    private void settle(TransferRow row, Transfer transfer, FrozenContent content) {
        Decided decided = decisions.decide(row, transfer);
        if (!written.against(row, decided)) {
            written.permit(row, decided, content);
        }
    }
}
