package org.spocgateway.intake;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;

/** A message whose bytes are stored and whose row is about to be written. */
record NewInbound(
        InboundId id,
        Place place,
        Instant receivedAt,
        long sizeBytes,
        byte[] fingerprintIndex,
        Optional<byte[]> messageIdIndex,
        Holder holder,
        BlobId raw) {}
