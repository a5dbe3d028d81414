package org.spocgateway.intake;

import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Police mail that a colleague forwarded as an attachment (domain 5.4, K10), opened as if it had come to us itself.
 *
 * <p>Only for mail that was classified as such and is not forged: whoever else attaches sealed mail of others does not get it opened.
 */
@Component
public class ForwardedMail {
    private final InboundRows rows;
    private final SealedFacts facts;
    private final Vault vault;
    private final Envelopes envelopes;
    private final ApprovedSigners signers;

    ForwardedMail(InboundRows rows, SealedFacts facts, Vault vault, Envelopes envelopes, ApprovedSigners signers) {
        this.rows = rows;
        this.facts = facts;
        this.vault = vault;
        this.envelopes = envelopes;
        this.signers = signers;
    }

    /**
     * A forwarded message.
     *
     * @param mail what it says; empty where it was not opened
     * @param fault why it was not opened
     * @param verified whether its signature proves its own sender
     */
    public record Original(Optional<ReadMail> mail, Optional<Fault> fault, boolean verified) {
        @Override
        public String toString() {
            return "Original[redacted]";
        }
    }

    /** The originals in a message, in order. */
    public List<Original> in(InboundId id) {
        return rows.find(id).filter(this::isForwarded).stream()
                .flatMap(row -> attached(row).stream())
                .map(content -> original(envelopes.open(content, signers.directory())))
                .toList();
    }

    private boolean isForwarded(InboundRow row) {
        return row.fault().isEmpty()
                && facts.classified(row)
                        .filter(each ->
                                each.kind() == MessageKind.POLICE_TO_INDIVIDUAL && each.grade() != ArrivalGrade.F)
                        .isPresent();
    }

    private List<byte[]> attached(InboundRow row) {
        try {
            return ReadMail.of(new StoredContent(vault, row.opened().orElse(row.raw()))).attachments().stream()
                    .filter(each -> each.asMail().isPresent())
                    .map(ReadMail.Attachment::content)
                    .toList();
        } catch (UnreadableMail e) {
            return List.of();
        }
    }

    private static Original original(Opening opening) {
        if (!(opening instanceof Opened opened)) {
            return new Original(Optional.empty(), Optional.of(((Unopened) opening).fault()), false);
        }
        try {
            return new Original(Optional.of(ReadMail.of(opened.content())), Optional.empty(), opened.isVerified());
        } catch (UnreadableMail e) {
            return new Original(Optional.empty(), Optional.of(e.fault()), false);
        }
    }
}
