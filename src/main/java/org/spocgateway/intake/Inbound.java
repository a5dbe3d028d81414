package org.spocgateway.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.Classified;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Signature;
import org.spocgateway.envelope.Signer;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;

/**
 * One message taken from a mailbox, as it stands now.
 *
 * @param account which mailbox by configuration: {@code spoc}, {@code community-safety}
 * @param raw the exact bytes
 * @param opened the innermost MIME entity, once opened; equal content for plain mail
 * @param fault why it was not opened, or why it was quarantined
 * @param signer whoever signed, by certificate
 * @param verified the only green: one valid signature by a signer whom the directory knows for the single From, and nothing against it
 * @param codes everything against its sender, gravest first (docs/codes.md)
 * @param waitingFor a word for why it waits in front of a person, such as {@code unsorted}, {@code lookalike}, {@code unopened}
 * @param linkedTo an earlier message with the same bytes or the same Message-ID
 * @param suppressed whether it is a copy of the same bytes, so that its effect was not repeated
 * @param contentErased whether its content went when its time was over
 */
public record Inbound(
        InboundId id,
        String account,
        Instant receivedAt,
        long sizeBytes,
        InboundState state,
        BlobId raw,
        Optional<BlobId> opened,
        Optional<Fault> fault,
        Optional<Signature> signature,
        Optional<String> key,
        Optional<Signer> signer,
        boolean verified,
        List<Fault> codes,
        Optional<Classified> classified,
        Optional<CaseId> caseId,
        Optional<String> waitingFor,
        Optional<InboundId> linkedTo,
        boolean suppressed,
        boolean contentErased) {

    /** The word for what is known of its signature: {@code valid} only where it is verified. */
    public Optional<String> signatureWord() {
        return signature.map(each -> each == Signature.VALID && !verified ? "unverified" : each.word());
    }
}
