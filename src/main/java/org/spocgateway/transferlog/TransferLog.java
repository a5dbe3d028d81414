package org.spocgateway.transferlog;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The append-only Merkle log of transfers (RFC 6962 hashing, C2SP checkpoints). */
public class TransferLog {
    /**
     * Appends an entry as the last statement of the running transaction.
     *
     * @throws IllegalStateException if no transaction is running, or the log is fenced
     */
    public Receipt append(Entry entry) {
        throw new IllegalStateException("to be written");
    }

    /**
     * Returns once a signed checkpoint covers the entry and stands in {@code state/checkpoint}, forced to the disk. Called after the
     * entry was committed and the barrier taken, never inside a transaction.
     */
    public Checkpoint covering(Receipt receipt) {
        throw new IllegalStateException("to be written");
    }

    /** Signs the newest size; the same as the last one when nothing was appended. */
    public Checkpoint sign() {
        throw new IllegalStateException("to be written");
    }

    /** The newest signed checkpoint. */
    public Optional<Checkpoint> latest() {
        throw new IllegalStateException("to be written");
    }

    /** False when the database is behind {@code state/checkpoint}: then nothing is polled, decided or sent. */
    public boolean mayAct() {
        throw new IllegalStateException("to be written");
    }

    /** Writes the export that {@code proof} verifies (one zip: entries, checkpoints, public key). */
    public void export(OutputStream out) throws IOException {
        throw new IllegalStateException("to be written");
    }
}
