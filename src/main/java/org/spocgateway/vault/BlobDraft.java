package org.spocgateway.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.function.LongConsumer;

/** A blob being written; its data key stands in memory only. */
final class BlobDraft {
    private final BlobId id;
    private final KeysetHandle key;
    private final Counting out;
    private final LongConsumer noteSize;

    BlobDraft(BlobId id, KeysetHandle key, OutputStream sealed, LongConsumer noteSize) {
        this.id = id;
        this.key = key;
        this.out = new Counting(sealed);
        this.noteSize = noteSize;
    }

    BlobId id() {
        return id;
    }

    OutputStream out() {
        return out;
    }

    /** Writes the last row; returns the data key wrapped with {@code holder}, which stands nowhere yet. */
    byte[] finish(Aead holder) {
        try {
            out.close();
            noteSize.accept(out.count);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, holder, Blobs.bound(id));
        } catch (IOException e) {
            throw new UncheckedIOException("a blob could not be stored", e);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a blob's data key cannot be wrapped", e);
        }
    }

    private static final class Counting extends FilterOutputStream {
        private long count;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
