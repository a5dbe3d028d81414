package org.spocgateway.envelope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One slot of a PKCS#11 library, by Java's own provider; what its keys do is done in the token. */
final class KeyToken {
    /** A library is set up once for each process, whoever asks. */
    private static final Map<KeyToken.At, Provider> KNOWN = new ConcurrentHashMap<>();

    private final At at;

    private record At(Path library, int slot) {}

    KeyToken(Path library, int slot) {
        this.at = new At(library.toAbsolutePath().normalize(), slot);
    }

    /** @throws UnusableKey if the library, the slot, the PIN or the key is not right */
    KeyRing.OwnKey load(String name, String alias, char[] pin) {
        if (!Files.isReadable(at.library) || at.library.toString().matches(".*[\"\\r\\n].*")) {
            throw new UnusableKey("key " + name + ": there is no readable PKCS#11 library " + at.library);
        }
        Provider provider = provider(name);
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return key(name, alias, store, provider);
        } catch (IOException e) {
            throw new UnusableKey("key " + name + ": the token in slot " + at.slot + " of " + at.library
                    + " does not open with the PIN in gateway.secrets." + name);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UnusableKey("key " + name + ": slot " + at.slot + " of " + at.library
                    + " holds no token that this Java can use");
        }
    }

    private Provider provider(String name) {
        try {
            return KNOWN.computeIfAbsent(at, KeyToken::started);
        } catch (InvalidParameterException | ProviderException | LinkageError e) {
            throw new UnusableKey("key " + name + ": " + at.library + " is no PKCS#11 library with a slot " + at.slot
                    + " that this Java can use");
        }
    }

    /** A secret that was agreed on must come out: what is derived from it is derived here. */
    private static Provider started(At at) {
        Provider java = Security.getProvider("SunPKCS11");
        if (java == null) {
            throw new ProviderException("this Java has no PKCS#11 provider");
        }
        return java.configure(
                "--name = Token" + (KNOWN.size() + 1) + "\nlibrary = \"" + at.library + "\"\nslotListIndex = "
                        + at.slot
                        + "\nattributes(*,CKO_SECRET_KEY,*) = {\n  CKA_SENSITIVE = false\n  CKA_EXTRACTABLE = true\n}\n");
    }

    private KeyRing.OwnKey key(String name, String alias, KeyStore store, Provider provider)
            throws GeneralSecurityException {
        if (!(store.getKey(alias, null) instanceof PrivateKey key)
                || !(store.getCertificate(alias) instanceof X509Certificate certificate)) {
            throw new UnusableKey("key " + name + ": the token in slot " + at.slot + " of " + at.library
                    + " holds no private key with its certificate under the label " + alias);
        }
        if (!Strength.isEnough(certificate.getPublicKey())) {
            throw new UnusableKey("key " + name + ": " + alias + " is too short: RSA from 2048 bits, EC from 256");
        }
        return new KeyRing.OwnKey(name, key, certificate, Optional.of(provider));
    }
}
