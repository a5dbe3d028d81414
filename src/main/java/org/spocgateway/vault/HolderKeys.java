package org.spocgateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
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
        Aead remembered = remembered(holder);
        if (remembered != null) {
            return remembered;
        }
        Aead key = stored(holder).orElseGet(() -> alone.execute(status -> made(holder)));
        synchronized (known) {
            known.put(holder.name(), new Known(key, clock.instant().plus(FOR)));
        }
        return key;
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

    boolean isErased(Holder holder) {
        return db.sql("select count(*) from holder_key where holder = ? and wrapped is null")
                        .param(holder.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void forget(Holder holder) {
        synchronized (known) {
            known.remove(holder.name());
        }
    }

    private @Nullable Aead remembered(Holder holder) {
        synchronized (known) {
            Known found = known.get(holder.name());
            return found != null && found.until.isAfter(clock.instant()) ? found.key : null;
        }
    }

    private Optional<Aead> stored(Holder holder) {
        return db.sql("select epoch, wrapped from holder_key where holder = ?")
                .param(holder.name())
                .query((row, n) -> opened(holder, row.getString("epoch"), row.getBytes("wrapped")))
                .optional();
    }

    private Aead made(Holder holder) {
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

    private Aead opened(Holder holder, String epoch, byte @Nullable [] wrapped) {
        if (wrapped == null) {
            throw new KeyFault("the key of this holder was erased");
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, epochs.key(epoch), bound(holder))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a holder's key does not open with the key epoch " + epoch, e);
        }
    }

    private static byte[] bound(Holder holder) {
        return ("holder:" + holder.name()).getBytes(UTF_8);
    }

    private record Known(Aead key, Instant until) {}
}
