package org.spocgateway.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The monthly key epochs that wrap holder keys; they never enter the database. */
final class Epochs {
    private static final AesGcmParameters FORM = PredefinedAeadParameters.AES256_GCM;

    private final KeyFolder folder;
    private final JdbcClient db;
    private final Clock clock;
    private final Map<String, Aead> open = new ConcurrentHashMap<>();

    Epochs(KeyFolder folder, JdbcClient db, Clock clock) {
        this.folder = folder;
        this.db = db;
        this.clock = clock;
    }

    /** This month's, such as {@code 2026-11}. */
    String current() {
        return YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
    }

    /**
     * The key of an epoch; this month's is made when it is not there.
     *
     * @throws KeyFault if the file is gone although the database needs it: a new key would not open what the old one closed
     */
    Aead key(String epoch) {
        Aead known = open.get(epoch);
        if (known == null) {
            known = aead(folder.find("epoch-" + epoch).orElseGet(() -> made(epoch)));
            open.put(epoch, known);
        }
        return known;
    }

    /** Forgets a key and destroys its file; false where only the administrator may. */
    boolean destroy(String epoch) {
        open.remove(epoch);
        return folder.destroy("epoch-" + epoch);
    }

    private KeysetHandle made(String epoch) {
        boolean inUse = db.sql("select count(*) from holder_key where epoch = ? and wrapped is not null")
                        .param(epoch)
                        .query(Long.class)
                        .single()
                > 0;
        if (inUse || !epoch.equals(current())) {
            throw new KeyFault("the key file " + folder.file("epoch-" + epoch).getFileName()
                    + " is missing from the keys folder; bring it back from the backup of the keys");
        }
        return folder.make("epoch-" + epoch, FORM);
    }

    private static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("an epoch's key file does not hold an AEAD key", e);
        }
    }
}
