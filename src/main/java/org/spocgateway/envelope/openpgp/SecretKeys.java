package org.spocgateway.envelope.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.key.protection.UnlockSecretKey;
import org.pgpainless.util.Passphrase;

/** Our own OpenPGP keys, the retired ones too; most councils have none. */
public final class SecretKeys {
    /** No key at all. */
    public static final SecretKeys NONE = new SecretKeys(List.of());

    /** One key that mail can be sealed to, under the name of the file it stands in. */
    record Own(String name, PGPPublicKey about, PGPPrivateKey key) {
        @Override
        public String toString() {
            return "Own[" + name + "]";
        }
    }

    private final List<Own> keys;

    private SecretKeys(List<Own> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Those of several files together. */
    public static SecretKeys all(List<SecretKeys> several) {
        return new SecretKeys(
                several.stream().flatMap(each -> each.keys.stream()).toList());
    }

    /**
     * Reads one armoured secret key. Subkeys that have run out are kept: old mail still opens with them.
     *
     * @throws UnusableSecretKey if there is no such file, it is no single secret key, has no passphrase or another one, or nothing
     *     can be sealed to it that we accept
     */
    public static SecretKeys load(String name, Path file, char[] passphrase) {
        PGPSecretKeyRing ring = read(name, file);
        List<Own> keys = new ArrayList<>();
        for (Iterator<PGPSecretKey> each = ring.getSecretKeys(); each.hasNext(); ) {
            PGPSecretKey secret = each.next();
            if (secret.isPrivateKeyEmpty() || !Strong.mayOpen(secret.getPublicKey())) {
                continue;
            }
            if (secret.getKeyEncryptionAlgorithm() == 0) {
                throw new UnusableSecretKey(
                        "key " + name + ": " + file + " is not protected by a passphrase; export it again with one");
            }
            keys.add(new Own(name, secret.getPublicKey(), unlocked(name, file, secret, passphrase)));
        }
        if (keys.isEmpty()) {
            throw new UnusableSecretKey("key " + name + ": " + file
                    + " holds no key that mail can be sealed to: RSA from 2048 bits or an elliptic curve");
        }
        return new SecretKeys(keys);
    }

    private static PGPSecretKeyRing read(String name, Path file) {
        if (!Files.isReadable(file)) {
            throw new UnusableSecretKey("key " + name + ": there is no readable file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            List<PGPSecretKeyRing> rings = new ArrayList<>();
            PGPainless.readKeyRing().secretKeyRingCollection(in).forEach(rings::add);
            if (rings.size() == 1) {
                return rings.get(0);
            }
        } catch (IOException | RuntimeException e) {
            // told below, the same as a file that holds none
        }
        throw new UnusableSecretKey("key " + name + ": " + file + " is not one OpenPGP secret key; export it again");
    }

    private static PGPPrivateKey unlocked(String name, Path file, PGPSecretKey secret, char[] passphrase) {
        try {
            PGPPrivateKey key = UnlockSecretKey.unlockSecretKey(secret, new Passphrase(passphrase.clone()));
            if (key != null) {
                return key;
            }
        } catch (Exception e) { // Kotlin declares no checked ones
            // told below: the reason may quote the key
        }
        throw new UnusableSecretKey(
                "key " + name + ": " + file + " does not open with the password in gateway.secrets." + name);
    }

    List<Own> all() {
        return keys;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }
}
