package org.spocgateway.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/**
 * Where one transfer is, for people; nothing of its content.
 *
 * @param party directory id of the recipient; empty when the address is nobody's
 * @param because one sentence on why this way; empty before the rules were asked
 * @param reasons every reason why it was refused or held
 * @param trouble what went wrong with a transfer that the rules permitted
 * @param insecure one word on why there was no safe line
 * @param notBefore when it is tried next
 * @param telephone the directory's number of whoever should get it
 * @param noticeOf for a notice, the transfer it tells of
 * @param receipt {@code bounced}, {@code delivered}, {@code auto-reply}; empty when none came back
 */
public record TransferView(
        TransferId id,
        CaseId caseId,
        TransferKind kind,
        TransferState state,
        Optional<String> party,
        Optional<TransferChannel> transferChannel,
        String because,
        List<Reason> reasons,
        Optional<Trouble> trouble,
        Optional<String> insecure,
        Optional<Evidence> evidence,
        Instant notBefore,
        int attempts,
        Optional<Instant> sentAt,
        String telephone,
        Optional<TransferId> noticeOf,
        String receipt) {

    /** Whether somebody must decide before anything more happens to it. */
    public boolean needsSomebody() {
        return state == TransferState.HELD || state == TransferState.UNCERTAIN || state == TransferState.REJECTED;
    }
}
