package org.spocgateway.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.cms.OurKey;
import org.spocgateway.envelope.openpgp.SecretKeys;

/** Our own private keys, the retired ones too, each with its certificate and its name. */
public final class KeyRing {
    /** One of our keys. */
    public static final class OwnKey {
        private final String name;
        private final PrivateKey key;
        private final X509Certificate certificate;
        private final OurKey ready;

        /**
         * A key that stands in memory.
         *
         * @param name stands in logs and screens, such as {@code spoc-2026}
         */
        public OwnKey(String name, PrivateKey key, X509Certificate certificate) {
            this(name, key, certificate, Optional.empty());
        }

        /**
         * A key.
         *
         * @param token whoever holds it, where it never leaves its token
         */
        public OwnKey(String name, PrivateKey key, X509Certificate certificate, Optional<Provider> token) {
            this.name = name;
            this.key = key;
            this.certificate = certificate;
            this.ready = ready(name, key, certificate, token);
        }

        private static OurKey ready(
                String name, PrivateKey key, X509Certificate certificate, Optional<Provider> token) {
            try {
                return new OurKey(key, certificate, token);
            } catch (GeneralSecurityException e) {
                throw new UnusableKey("key " + name + ": its certificate cannot be read");
            }
        }

        public String name() {
            return name;
        }

        public PrivateKey key() {
            return key;
        }

        public X509Certificate certificate() {
            return certificate;
        }

        OurKey ready() {
            return ready;
        }

        @Override
        public String toString() {
            return "OwnKey[" + name + "]";
        }
    }

    private final List<OwnKey> keys;
    private final SecretKeys openPgp;

    public KeyRing(List<OwnKey> keys) {
        this(keys, List.of());
    }

    public KeyRing(List<OwnKey> keys, List<OwnOpenPgpKey> openPgp) {
        this.keys = List.copyOf(keys);
        this.openPgp = SecretKeys.all(openPgp.stream().map(OwnOpenPgpKey::keys).toList());
    }

    SecretKeys openPgp() {
        return openPgp;
    }

    /**
     * Reads the one key of a PKCS#12 file.
     *
     * @throws UnusableKey if there is no such file, the password is wrong, it holds no key, or an RSA key under 2048 bits
     */
    public static OwnKey load(String name, Path file, char[] password) {
        if (!Files.isReadable(file)) {
            throw new UnusableKey("key " + name + ": there is no readable file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return only(name, file, store, password);
        } catch (IOException e) {
            throw new UnusableKey(
                    "key " + name + ": " + file + " does not open with the password in gateway.secrets." + name);
        } catch (GeneralSecurityException e) {
            throw new UnusableKey("key " + name + ": " + file + " holds no key that this Java can use");
        }
    }

    private static OwnKey only(String name, Path file, KeyStore store, char[] password)
            throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && certificate instanceof X509Certificate x509) {
                if (!Strength.isEnough(x509.getPublicKey())) {
                    throw new UnusableKey(
                            "key " + name + ": " + file + " is too short: RSA from 2048 bits, EC from 256");
                }
                return new OwnKey(name, key, x509);
            }
        }
        throw new UnusableKey("key " + name + ": " + file + " holds no private key with its certificate");
    }

    /** By name. */
    public Optional<OwnKey> named(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<OwnKey> keys() {
        return keys;
    }
}
