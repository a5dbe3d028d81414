package org.spocgateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    static TransferRow read(ResultSet row, int number) throws SQLException {
        return new TransferRow(
                new TransferId(row.getString("id")),
                new CaseId(row.getString("case_id")),
                TransferKind.of(row.getString("kind")),
                TransferState.of(row.getString("state")),
                Optional.ofNullable(row.getString("transfer_channel")).map(TransferChannel::of),
                row.getLong("epoch"),
                row.getInt("attempts"),
                row.getTimestamp("not_before").toInstant(),
                Optional.ofNullable(row.getString("organisation")),
                row.getBytes("recipient"),
                Optional.ofNullable(row.getString("notice_of")).map(TransferId::new),
                row.getBytes("decision"),
                row.getBytes("reasons"),
                Optional.ofNullable(row.getString("content_blob")).map(BlobId::new),
                row.getBoolean("failed_before"),
                row.getString("last_outcome"),
                evidence(row),
                Optional.ofNullable(row.getString("insecure_reason")),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                row.getString("receipt"));
    }

    private static Optional<Evidence> evidence(ResultSet row) throws SQLException {
        @Nullable String carrier = row.getString("carrier");
        return carrier == null
                ? Optional.empty()
                : Optional.of(new Evidence(
                        carrier,
                        row.getString("smtp_stage"),
                        row.getInt("smtp_code"),
                        Optional.ofNullable(row.getString("queue_id")),
                        Optional.ofNullable(row.getString("tls_version")),
                        Optional.ofNullable(row.getString("tls_suite")),
                        Optional.ofNullable(row.getString("tls_peer")),
                        row.getString("peer_host"),
                        row.getString("scope"),
                        row.getBoolean("sealed")));
    }

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
