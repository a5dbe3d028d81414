package org.spocgateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One AEAD key for each holder, wrapped by a key epoch.
 *
 * <p>A key is made in a transaction of its own: if it came and went with the caller's, what another thread sealed with it would be lost
 * at a rollback. It is remembered for a minute, so an erasure by another node is seen within that minute.
 */
final class HolderKeys {
    private static final int REMEMBERED = 256;
    private static final Duration FOR = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final TransactionTemplate alone;
    private final Epochs epochs;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    HolderKeys(JdbcClient db, TransactionTemplate alone, Epochs epochs, Clock clock) {
        this.db = db;
        this.alone = alone;
        this.epochs = epochs;
        this.clock = clock;
    }

    /** The holder's key; made when there is none yet. */
    Aead key(Holder holder) {
        return both(holder).sealing();
    }

    private Both both(Holder holder) {
        Both remembered = remembered(holder);
        if (remembered != null) {
            return remembered;
        }
        Both key = stored(holder).orElseGet(() -> alone.execute(status -> made(holder)));
        synchronized (known) {
            known.put(holder.name(), new Known(key, clock.instant().plus(FOR)));
        }
        return key;
    }

    /**
     * A secret that only this holder's key gives, for tags that nobody can make any more once the holder is erased; empty when it is.
     */
    Optional<byte[]> tagSecret(Holder holder) {
        boolean lives = remembered(holder) != null || !isErased(holder);
        return lives ? Optional.of(both(holder).tagging()) : Optional.empty();
    }

    /** Drops the wrap in the running transaction; the row stays, so that no second key is ever made for an erased holder. */
    void erase(Holder holder) {
        int rows = db.sql("update holder_key set wrapped = null, erased_at = coalesce(erased_at, ?) where holder = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), holder.name())
                .update();
        if (rows == 0) {
            db.sql("insert into holder_key (holder, epoch, erased_at) values (?, ?, ?)")
                    .params(holder.name(), epochs.current(), clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        forget(holder);
    }

    /** Wraps the holder's key under this month's epoch, in the running transaction; false when it was erased meanwhile. */
    boolean rewrap(Holder holder) {
        String to = epochs.current();
        return db.sql("select epoch, wrapped from holder_key where holder = ? and wrapped is not null for update")
                .param(holder.name())
                .query((row, n) -> rewrapped(holder, row.getString("epoch"), row.getBytes("wrapped"), to))
                .optional()
                .map(wrapped -> db.sql("update holder_key set epoch = ?, wrapped = ? where holder = ?")
                                .params(to, wrapped, holder.name())
                                .update()
                        == 1)
                .orElse(false);
    }

    private byte[] rewrapped(Holder holder, String from, byte[] wrapped, String to) {
        try {
            var key = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, epochs.key(from), bound(holder));
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, epochs.key(to), bound(holder));
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a holder's key does not open with the key epoch " + from, e);
        }
    }

    /** The epoch that an erased holder's key was under. */
    Optional<String> erasedUnder(Holder holder) {
        return db.sql("select epoch from holder_key where holder = ? and wrapped is null")
                .param(holder.name())
                .query(String.class)
                .optional();
    }

    boolean isErased(Holder holder) {
        return erasedUnder(holder).isPresent();
    }

    void forget(Holder holder) {
        synchronized (known) {
            known.remove(holder.name());
        }
    }

    private @Nullable Both remembered(Holder holder) {
        synchronized (known) {
            Known found = known.get(holder.name());
            return found != null && found.until.isAfter(clock.instant()) ? found.key : null;
        }
    }

    private Optional<Both> stored(Holder holder) {
        return db.sql("select epoch, wrapped from holder_key where holder = ?")
                .param(holder.name())
                .query((row, n) -> opened(holder, row.getString("epoch"), row.getBytes("wrapped")))
                .optional();
    }

    private Both made(Holder holder) {
        String epoch = epochs.current();
        try {
            var fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, epochs.key(epoch), bound(holder));
            db.sql("insert into holder_key (holder, epoch, wrapped) values (?, ?, ?) on conflict do nothing")
                    .params(holder.name(), epoch, wrapped)
                    .update();
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a holder's key cannot be made", e);
        }
        return stored(holder).orElseThrow(() -> new KeyFault("a holder's key is gone again"));
    }

    private Both opened(Holder holder, String epoch, byte @Nullable [] wrapped) {
        if (wrapped == null) {
            throw new KeyFault("the key of this holder was erased");
        }
        try {
            return Both.of(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, epochs.key(epoch), bound(holder)));
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a holder's key does not open with the key epoch " + epoch, e);
        }
    }

    private static byte[] bound(Holder holder) {
        return ("holder:" + holder.name()).getBytes(UTF_8);
    }

    private record Known(Both key, Instant until) {}

    /** What seals, and a secret derived from the same key (RFC 5869) that makes tags; both go with it. */
    private record Both(Aead sealing, byte[] tagging) {
        @AccessesPartialKey
        static Both of(KeysetHandle keys) throws GeneralSecurityException {
            byte[] key =
                    ((AesGcmKey) keys.getPrimary().getKey()).getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
            return new Both(
                    keys.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    Hkdf.computeHkdf("HmacSha256", key, new byte[0], "spoc-vault/tag/v1".getBytes(UTF_8), 32));
        }

        @Override
        public String toString() {
            return "Both[redacted]";
        }
    }
}
