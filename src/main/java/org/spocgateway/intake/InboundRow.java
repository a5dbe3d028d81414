package org.spocgateway.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;

/** A row of {@code inbound} as it stands in the database: sealed columns still sealed. */
record InboundRow(
        InboundId id,
        String account,
        long uidValidity,
        long uid,
        String mailbox,
        InboundState state,
        Optional<Instant> notBefore,
        Instant receivedAt,
        long sizeBytes,
        Holder holder,
        BlobId raw,
        Optional<BlobId> opened,
        Optional<String> fault,
        byte @Nullable [] opening,
        byte @Nullable [] classified,
        Optional<CaseId> caseId,
        Optional<String> waitingFor,
        Optional<InboundId> linkedTo,
        boolean suppressed,
        boolean contentErased) {

    static InboundRow read(ResultSet row, int number) throws SQLException {
        return new InboundRow(
                new InboundId(row.getString("id")),
                row.getString("account"),
                row.getLong("uidvalidity"),
                row.getLong("uid"),
                row.getString("mailbox"),
                InboundState.of(row.getString("state")),
                Optional.ofNullable(row.getTimestamp("not_before")).map(Timestamp::toInstant),
                row.getTimestamp("received_at").toInstant(),
                row.getLong("size_bytes"),
                new Holder(row.getString("holder")),
                new BlobId(row.getString("raw_blob")),
                Optional.ofNullable(row.getString("opened_blob")).map(BlobId::new),
                Optional.ofNullable(row.getString("fault")),
                row.getBytes("opening"),
                row.getBytes("classified"),
                Optional.ofNullable(row.getString("case_id")).map(CaseId::new),
                Optional.ofNullable(row.getString("waiting_for")),
                Optional.ofNullable(row.getString("linked_to")).map(InboundId::new),
                row.getBoolean("suppressed"),
                row.getTimestamp("content_erased_at") != null);
    }

    Place place() {
        return new Place(account, mailbox, uidValidity, uid);
    }
}
