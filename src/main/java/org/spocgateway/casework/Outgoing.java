package org.spocgateway.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.BlobId;

/**
 * What an officer approved for one recipient, for the package that carries it.
 *
 * @param party directory id of the recipient; empty when the address is nobody's
 * @param questions ids of standard questions; {@code free-text} stands for {@code freeText}
 * @param freeText the officer's own question or message; empty when there is none
 * @param fields facts about the person by field name, in the order shown
 * @param forwarded the inbound message that goes on (forward-to-police)
 * @param notBefore end of the time for undoing
 * @param receivedSecurely whether the tick of R23 stands, or the go-ahead was spoken
 */
public record Outgoing(
        TransferId id,
        TransferKind kind,
        CaseId caseId,
        CaseReference caseReference,
        RequestReference reference,
        Optional<String> party,
        MailAddress recipient,
        List<String> questions,
        String freeText,
        Map<String, String> fields,
        List<Document> documents,
        Optional<InboundId> forwarded,
        LocalDate replyBy,
        Actor author,
        Instant notBefore,
        boolean receivedSecurely,
        boolean urgentCallMissing,
        Marking marking) {

    /** An attachment, sealed in the vault. */
    public record Document(String fileName, String type, BlobId blob) {
        @Override
        public String toString() {
            return "Document[" + type + "]";
        }
    }

    @Override
    public String toString() {
        return "Outgoing[" + id + ", " + kind.word() + "]";
    }
}
