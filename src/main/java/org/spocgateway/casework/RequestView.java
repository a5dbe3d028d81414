package org.spocgateway.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/**
 * One approved request with its recipients and their answers; how far each went is known to {@code dispatch}.
 *
 * @param overdue whether somebody has not answered and the day to answer by is over
 */
public record RequestView(
        RequestId id,
        CaseId caseId,
        CaseReference caseReference,
        TransferKind kind,
        Actor author,
        Instant approvedAt,
        Instant undoUntil,
        boolean undone,
        LocalDate replyBy,
        boolean overdue,
        List<String> questions,
        String freeText,
        Map<String, String> fields,
        List<Recipient> recipients) {
    /**
     * One recipient.
     *
     * @param notSent whether it was refused, frozen, rejected or withdrawn: then no answer is waited for
     * @param withdrawn whether an officer withdrew it
     */
    public record Recipient(
            TransferId transfer,
            RequestReference reference,
            Optional<String> party,
            MailAddress address,
            boolean notSent,
            boolean withdrawn,
            List<AnswerView> answers) {
        /** Whether an answer is waited for. */
        public boolean waits() {
            return !notSent && answers.isEmpty();
        }
    }

    /** Whether anybody has not answered. */
    public boolean waits() {
        return !undone
                && kind == TransferKind.INFORMATION_REQUEST
                && recipients.stream().anyMatch(Recipient::waits);
    }

    @Override
    public String toString() {
        return "RequestView[" + id + "]";
    }
}
