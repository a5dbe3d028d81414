package org.spocgateway.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.BlobId;

/**
 * One transfer as the database holds it; what is sealed stays sealed.
 *
 * @param epoch raised at every claim: only the holder of the newest may cross
 * @param failedBefore whether an attempt at it failed already, so that the alarm was raised
 */
record TransferRow(
        TransferId id,
        CaseId caseId,
        TransferKind kind,
        TransferState state,
        Optional<TransferChannel> transferChannel,
        long epoch,
        int attempts,
        Instant notBefore,
        Optional<String> organisation,
        byte[] recipient,
        Optional<TransferId> noticeOf,
        byte @Nullable [] decision,
        byte @Nullable [] reasons,
        Optional<BlobId> content,
        boolean failedBefore,
        String lastOutcome,
        Optional<Evidence> evidence,
        Optional<String> insecureReason,
        Optional<Instant> sentAt,
        String receipt) {

    /** Whether the portal carries it: then nothing leaves but by our own transaction. */
    boolean byPortal() {
        return transferChannel
                        .filter(way -> way == TransferChannel.EGRESS_STYLE)
                        .isPresent()
                && kind != TransferKind.NOTICE;
    }

    @Override
    public String toString() {
        return "TransferRow[" + id + ", " + state.word() + "]";
    }
}
