package org.spocgateway.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.spocgateway.envelope.Content;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Vault;

/** A content that lies in the vault; a small one is fetched once. */
final class StoredContent implements Content {
    private static final int SMALL_MOST = 4 << 20;

    private final Vault vault;
    private final BlobId id;
    private final long size;
    private byte @Nullable [] small;

    StoredContent(Vault vault, BlobId id) {
        this.vault = vault;
        this.id = id;
        this.size = vault.size(id);
    }

    BlobId id() {
        return id;
    }

    @Override
    public InputStream open() {
        return size <= SMALL_MOST ? new ByteArrayInputStream(bytes()) : vault.open(id);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] bytes() {
        if (small != null) {
            return small;
        }
        byte[] all = vault.read(id);
        small = size <= SMALL_MOST ? all : null;
        return all;
    }

    @Override
    public String toString() {
        return "StoredContent[" + id + "]";
    }
}
