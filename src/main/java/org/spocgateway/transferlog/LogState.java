package org.spocgateway.transferlog;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the log stands.
 *
 * @param shard the year that is appended to; empty text while the log is empty
 * @param size number of its entries
 * @param root its root now, base64; not signed yet where {@code size} is beyond the checkpoint's
 * @param checkpoint the newest signed checkpoint
 * @param signedAt when that was signed
 * @param mayAct false when the database is behind {@code state/checkpoint}
 * @param signerRuns where the signing key is held
 * @param verifierKeys one line a year
 */
public record LogState(
        String shard,
        long size,
        String root,
        Optional<Checkpoint> checkpoint,
        Optional<Instant> signedAt,
        boolean mayAct,
        String signerRuns,
        String verifierKeys) {
    /** Entries that no checkpoint covers yet. */
    public long unsigned() {
        return checkpoint
                .filter(last -> last.shard().equals(shard))
                .map(last -> size - last.size())
                .orElse(size);
    }
}
