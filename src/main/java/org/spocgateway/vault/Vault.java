package org.spocgateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed blobs, sealed columns and blind indexes; the only reader of key material at rest. */
public class Vault {
    private static final Duration UNREFERENCED = Duration.ofDays(1);

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final HolderKeys keys;
    private final EpochTurns turns;
    private final Blobs blobs;
    private final BlindIndex blindIndex;
    // The wraps of blobs that no row refers to yet; lost with the process, and then the blob is only sweepings.
    private final Map<BlobId, Wrap> waiting = new ConcurrentHashMap<>();

    /**
     * A vault on this database.
     *
     * @param keysFolder the folder of the key epochs and the index key; made on demand
     */
    public Vault(
            JdbcClient db, PlatformTransactionManager transactions, Path keysFolder, Clock clock, SecureRandom random) {
        this.db = db;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var folder = new KeyFolder(keysFolder);
        var epochs = new Epochs(folder, db, clock);
        this.keys = new HolderKeys(db, alone, epochs, clock);
        this.turns = new EpochTurns(db, alone, epochs, keys, clock);
        this.blobs = new Blobs(db, alone, clock, random);
        this.blindIndex = new BlindIndex(folder, db);
    }

    /** Stores bytes sealed under a fresh data key, in chunks of at most 1 MiB, in transactions of its own; swept after a day unless {@link #keep kept}. */
    public BlobId put(Holder holder, InputStream plaintext) {
        Draft draft = begin(holder);
        try {
            plaintext.transferTo(draft.out());
            return draft.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("a blob could not be stored", e);
        }
    }

    /** The same for bytes in memory. */
    public BlobId put(Holder holder, byte[] plaintext) {
        return put(holder, new ByteArrayInputStream(plaintext));
    }

    /** Begins a blob that is written piece by piece; nobody can read it before it is finished, and it is the caller's to drop. */
    public Draft begin(Holder holder) {
        return new Draft(holder, blobs.begin());
    }

    /** A blob being written. */
    public final class Draft {
        private final Holder holder;
        private final BlobDraft blob;

        private Draft(Holder holder, BlobDraft blob) {
            this.holder = holder;
            this.blob = blob;
        }

        /** Takes the plaintext; what it writes is sealed. */
        public OutputStream out() {
            return blob.out();
        }

        /** Nothing more comes; from now on as if it had been {@link #put}. */
        public BlobId finish() {
            byte[] wrapped = blob.finish(keys.key(holder));
            waiting.put(blob.id(), new Wrap(holder, wrapped, clock.instant()));
            return blob.id();
        }

        /** Deletes what was written; its key is gone with this object. */
        public void drop() {
            blobs.delete(blob.id());
        }
    }

    /**
     * Makes the blob part of the running transaction: its key wrap is written with the row that refers to it. Keeping it again changes
     * nothing.
     *
     * @throws IllegalStateException if no transaction is running, or the blob was stored by a process that is no more
     */
    public void keep(BlobId id) {
        inTransaction();
        Wrap wrap = waiting.get(id);
        if (wrap == null) {
            wrap(id); // kept before; otherwise this throws
            return;
        }
        db.sql("insert into blob_key (blob, holder, wrapped) values (?, ?, ?) on conflict do nothing")
                .params(id.value(), wrap.holder.name(), wrap.wrapped)
                .update();
        afterCommit(() -> waiting.remove(id));
    }

    /** The plaintext as a stream; damage shows as an exception before the damaged part is returned. */
    public InputStream open(BlobId id) {
        Wrap wrap = wrap(id);
        return blobs.read(id, wrap.wrapped, keys.key(wrap.holder));
    }

    /** The plaintext whole. */
    public byte[] read(BlobId id) {
        try (var plaintext = open(id)) {
            return plaintext.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a blob is damaged", e);
        }
    }

    /** Plaintext size in bytes. */
    public long size(BlobId id) {
        return db.sql("select size_bytes from blob where id = ? and size_bytes is not null")
                .param(id.value())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("there is no such blob"));
    }

    /** Wraps the blob's data key for another holder, in the running transaction; no byte of the blob is rewritten. */
    public void refile(BlobId id, Holder to) {
        inTransaction();
        keep(id);
        Wrap wrap = wrap(id);
        db.sql("update blob_key set holder = ?, wrapped = ? where blob = ?")
                .params(to.name(), Blobs.rewrapped(id, wrap.wrapped, keys.key(wrap.holder), keys.key(to)), id.value())
                .update();
    }

    /** Seals a column's text; {@code column} and {@code row} are bound to it, so that it opens nowhere else. */
    public byte[] seal(Holder holder, String column, String row, String text) {
        try {
            return keys.key(holder).encrypt(text.getBytes(UTF_8), bound(column, row));
        } catch (GeneralSecurityException e) {
            throw new KeyFault("the column " + column + " cannot be sealed", e);
        }
    }

    /** Opens what {@link #seal} made. */
    public String unseal(Holder holder, String column, String row, byte[] sealed) {
        try {
            return new String(keys.key(holder).decrypt(sealed, bound(column, row)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a sealed value of the column " + column + " does not open here", e);
        }
    }

    /** A keyed blind index (HMAC-SHA-256, 32 bytes): equal texts of one purpose are equal, nothing else can be told. */
    public byte[] index(String purpose, String text) {
        return blindIndex.of(purpose, text);
    }

    /** Drops every key wrap of the holder in the running transaction; final when its key epoch is retired. */
    public void erase(Holder holder) {
        inTransaction();
        waiting.values().removeIf(wrap -> wrap.holder.equals(holder));
        db.sql("delete from blob_key where holder = ?").param(holder.name()).update();
        keys.erase(holder);
        afterCommit(() -> keys.forget(holder)); // another thread may have read the old row until now
    }

    /**
     * A secret of the holder for tags that nobody can make any more once it is erased; empty when it is.
     */
    public Optional<byte[]> tagSecret(Holder holder) {
        return keys.tagSecret(holder);
    }

    /**
     * Brings every living holder under this month's key epoch, and destroys the epochs that have wrapped nothing for {@code grace};
     * outside of any transaction. Doing it again changes nothing.
     */
    public EpochTurn turnEpoch(Duration grace) {
        return turns.turn(grace);
    }

    /** Since when an erasure is final: its key epoch is gone; empty while it is there, or nothing was erased. */
    public Optional<Instant> finalSince(Holder holder) {
        return keys.erasedUnder(holder).flatMap(turns::retired);
    }

    /** The key epoch that an erased holder was under, such as {@code 2026-11}. */
    public Optional<String> erasedUnder(Holder holder) {
        return keys.erasedUnder(holder);
    }

    /** Whether everything of the holder was erased. */
    public boolean isErased(Holder holder) {
        return keys.isErased(holder);
    }

    /** Deletes blobs that no row has referred to for a day, erased ones among them; returns how many. */
    public int sweep() {
        Instant before = clock.instant().minus(UNREFERENCED);
        waiting.values().removeIf(wrap -> wrap.since.isBefore(before));
        var stale = db.sql("select id from blob b where created_at < ? "
                        + "and not exists (select 1 from blob_key k where k.blob = b.id)")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        stale.forEach(id -> blobs.delete(new BlobId(id)));
        return stale.size();
    }

    private Wrap wrap(BlobId id) {
        Wrap unkept = waiting.get(id);
        return db.sql("select holder, wrapped from blob_key where blob = ?")
                .param(id.value())
                .query((row, n) -> new Wrap(new Holder(row.getString(1)), row.getBytes(2), Instant.EPOCH))
                .optional()
                .orElseGet(() -> known(unkept));
    }

    private static Wrap known(@Nullable Wrap unkept) {
        if (unkept == null) {
            throw new KeyFault("there is no key for this blob: it was erased, or never made part of anything");
        }
        return unkept;
    }

    private static byte[] bound(String column, String row) {
        return ("column:" + column + "\n" + row).getBytes(UTF_8);
    }

    private static void inTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("this belongs into the transaction that writes the row");
        }
    }

    private static void afterCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    private record Wrap(Holder holder, byte[] wrapped, Instant since) {}
}
