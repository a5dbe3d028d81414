package org.spocgateway.envelope;

import java.nio.file.Path;
import org.spocgateway.envelope.openpgp.SecretKeys;
import org.spocgateway.envelope.openpgp.UnusableSecretKey;

/** One of our own OpenPGP keys; most councils have none. */
public final class OwnOpenPgpKey {
    private final SecretKeys keys;

    private OwnOpenPgpKey(SecretKeys keys) {
        this.keys = keys;
    }

    /**
     * Reads an armoured secret key that is protected by a passphrase.
     *
     * @throws UnusableKey if there is no such file, it is no such key, or the passphrase is wrong
     */
    public static OwnOpenPgpKey load(String name, Path file, char[] passphrase) {
        try {
            return new OwnOpenPgpKey(SecretKeys.load(name, file, passphrase));
        } catch (UnusableSecretKey e) {
            throw new UnusableKey(String.valueOf(e.getMessage()));
        }
    }

    SecretKeys keys() {
        return keys;
    }
}
