package org.spocgateway.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.Databases.Database;

/** Whoever has a database, or a backup of one, and every key file that still exists, and tries each on everything. */
public final class KeySearch {
    private final List<Aead> epochs = new ArrayList<>();

    /** With every key file of the folder. */
    public KeySearch(Path keys) throws IOException, GeneralSecurityException {
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("epoch-"))
                    .toList()) {
                epochs.add(TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class));
            }
        }
    }

    /** Names of the holders whose key opens. */
    public Map<String, Aead> holders(Database database) {
        var open = new HashMap<String, Aead>();
        database.db()
                .sql("select holder, wrapped from holder_key where wrapped is not null")
                .query(row -> {
                    String holder = row.getString(1);
                    opened(row.getBytes(2), ("holder:" + holder).getBytes(UTF_8), epochs)
                            .ifPresent(key -> open.put(holder, key));
                });
        return open;
    }

    /** Ids of the blobs whose data key opens with any of these keys, whichever holder it is said to have. */
    public List<String> blobs(Database database, Map<String, Aead> holders) {
        return database
                .db()
                .sql("select blob, wrapped from blob_key")
                .query((row, n) -> opens(row.getBytes(2), ("blob:" + row.getString(1)).getBytes(UTF_8), holders)
                        ? row.getString(1)
                        : "")
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static boolean opens(byte[] wrapped, byte[] bound, Map<String, Aead> keys) {
        return keys.values().stream()
                .anyMatch(key -> keyset(wrapped, bound, key).isPresent());
    }

    private static Optional<Aead> opened(byte[] wrapped, byte[] bound, List<Aead> keys) {
        for (Aead key : keys) {
            Optional<KeysetHandle> found = keyset(wrapped, bound, key);
            if (found.isPresent()) {
                try {
                    return Optional.of(found.get().getPrimitive(RegistryConfiguration.get(), Aead.class));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<KeysetHandle> keyset(byte[] wrapped, byte[] bound, Aead key) {
        try {
            return Optional.of(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, key, bound));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
