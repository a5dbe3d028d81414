package org.spocgateway.vault;

import java.io.InputStream;

/** Sealed blobs, sealed columns and blind indexes; the only reader of key material at rest. */
public class Vault {
    /** Stores bytes sealed under a fresh data key, in chunks of at most 1 MiB, in transactions of its own; swept after a day unless {@link #keep kept}. */
    public BlobId put(Holder holder, InputStream plaintext) {
        throw new IllegalStateException("to be written");
    }

    /** The same for bytes in memory. */
    public BlobId put(Holder holder, byte[] plaintext) {
        throw new IllegalStateException("to be written");
    }

    /** Makes the blob part of the running transaction: its key wrap is written with the row that refers to it. */
    public void keep(BlobId id) {
        throw new IllegalStateException("to be written");
    }

    /** The plaintext as a stream; damage shows as an exception before the damaged part is returned. */
    public InputStream open(BlobId id) {
        throw new IllegalStateException("to be written");
    }

    /** The plaintext whole. */
    public byte[] read(BlobId id) {
        throw new IllegalStateException("to be written");
    }

    /** Plaintext size in bytes. */
    public long size(BlobId id) {
        throw new IllegalStateException("to be written");
    }

    /** Wraps the blob's data key for another holder, in the running transaction; no byte of the blob is rewritten. */
    public void refile(BlobId id, Holder to) {
        throw new IllegalStateException("to be written");
    }

    /** Seals a column's text; {@code column} and {@code row} are bound to it, so that it opens nowhere else. */
    public byte[] seal(Holder holder, String column, String row, String text) {
        throw new IllegalStateException("to be written");
    }

    /** Opens what {@link #seal} made. */
    public String unseal(Holder holder, String column, String row, byte[] sealed) {
        throw new IllegalStateException("to be written");
    }

    /** A keyed blind index (HMAC-SHA-256, 32 bytes): equal texts of one purpose are equal, nothing else can be told. */
    public byte[] index(String purpose, String text) {
        throw new IllegalStateException("to be written");
    }

    /** Drops every key wrap of the holder in the running transaction; final when its key epoch is retired. */
    public void erase(Holder holder) {
        throw new IllegalStateException("to be written");
    }
}
