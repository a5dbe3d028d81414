package org.spocgateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.HmacParameters;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** HMAC-SHA-256 under a key outside the database, so that equal texts can be found and none can be guessed from the database alone. */
final class BlindIndex {
    private static final String NAME = "index";

    private final KeyFolder folder;
    private final JdbcClient db;
    private volatile @Nullable Mac mac;

    BlindIndex(KeyFolder folder, JdbcClient db) {
        this.folder = folder;
        this.db = db;
    }

    byte[] of(String purpose, String text) {
        try {
            // the length keeps ("a", "bc") apart from ("ab", "c")
            return mac().computeMac((purpose.length() + ":" + purpose + text).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new KeyFault("the index " + purpose + " cannot be computed", e);
        }
    }

    private Mac mac() throws GeneralSecurityException {
        Mac known = mac;
        if (known == null) {
            known = folder.find(NAME).orElseGet(this::made).getPrimitive(RegistryConfiguration.get(), Mac.class);
            mac = known;
        }
        return known;
    }

    private KeysetHandle made() {
        if (db.sql("select count(*) from index_key").query(Long.class).single() > 0) {
            throw new KeyFault("the key file index.json is missing from the keys folder; "
                    + "bring it back from the backup of the keys");
        }
        var made = folder.make(NAME, form());
        db.sql("insert into index_key (made) values (true) on conflict do nothing")
                .update();
        return made;
    }

    private static HmacParameters form() {
        try {
            return HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(32)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }
}
