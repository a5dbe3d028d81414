package org.spocgateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Blobs as rows of at most 1 MiB, each blob sealed as a whole under a data key of its own: rows cannot be changed, swapped or left out. */
final class Blobs {
    private final JdbcClient db;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final SecureRandom random;

    Blobs(JdbcClient db, TransactionTemplate alone, Clock clock, SecureRandom random) {
        this.db = db;
        this.alone = alone;
        this.clock = clock;
        this.random = random;
    }

    /** Begins a blob, unreferenced, under a data key of its own. */
    BlobDraft begin() {
        BlobId id = BlobId.random(random);
        alone.executeWithoutResult(status -> db.sql("insert into blob (id, created_at) values (?, ?)")
                .params(id.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        try {
            var key = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            OutputStream sealed = streaming(key).newEncryptingStream(new ChunkSink(id, db, alone), bound(id));
            return new BlobDraft(
                    id,
                    key,
                    sealed,
                    size -> alone.executeWithoutResult(status -> db.sql("update blob set size_bytes = ? where id = ?")
                            .params(size, id.value())
                            .update()));
        } catch (IOException e) {
            throw new UncheckedIOException("a blob could not be stored", e);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a blob's data key cannot be made", e);
        }
    }

    /** Row by row, since a database may hold in memory what one transaction deletes; what is left half deleted is swept. */
    void delete(BlobId id) {
        for (int seq = 0; isDeleted(id, seq); seq++) {
            continue;
        }
        alone.executeWithoutResult(status -> {
            db.sql("delete from blob_chunk where blob = ?").param(id.value()).update();
            db.sql("delete from blob where id = ?").param(id.value()).update();
        });
    }

    private boolean isDeleted(BlobId id, int seq) {
        return Boolean.TRUE.equals(alone.execute(status -> db.sql("delete from blob_chunk where blob = ? and seq = ?")
                        .params(id.value(), seq)
                        .update()
                > 0));
    }

    /** The plaintext; a damaged, swapped or missing row is an {@link IOException} before any byte of it is returned. */
    InputStream read(BlobId id, byte[] wrapped, Aead holder) {
        try {
            return streaming(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, holder, bound(id)))
                    .newDecryptingStream(new ChunkSource(id, db), bound(id));
        } catch (IOException e) {
            throw new UncheckedIOException("a blob could not be read", e);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a blob's data key does not open with its holder's key", e);
        }
    }

    /** The same data key under another holder's key. */
    static byte[] rewrapped(BlobId id, byte[] wrapped, Aead from, Aead to) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, from, bound(id)), to, bound(id));
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a blob's data key does not open with its holder's key", e);
        }
    }

    private static StreamingAead streaming(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    static byte[] bound(BlobId id) {
        return ("blob:" + id.value()).getBytes(UTF_8);
    }
}
