package org.spocgateway.envelope;

import java.nio.file.Path;
import java.util.Optional;

/** Where one of our own keys is kept: in a file, or in a token that never gives it away. */
public sealed interface KeyPlace {
    /**
     * The key and its certificate.
     *
     * @param name as screens and logs call it
     * @param password of the file, or PIN of the token; not changed, not kept
     * @throws UnusableKey if it cannot be used; one sentence that says why
     */
    KeyRing.OwnKey load(String name, char[] password);

    /** A PKCS#12 file. */
    record File(Path store) implements KeyPlace {
        @Override
        public KeyRing.OwnKey load(String name, char[] password) {
            return KeyRing.load(name, store, password);
        }
    }

    /**
     * A token: a hardware module, a smart card, or SoftHSM.
     *
     * @param library its PKCS#11 library
     * @param slot which of the library's slots, counted from 0
     * @param alias the label of the key's certificate in the token
     */
    record Token(Path library, int slot, String alias) implements KeyPlace {
        @Override
        public KeyRing.OwnKey load(String name, char[] password) {
            return new KeyToken(library, slot).load(name, alias, password);
        }
    }

    /**
     * As the settings say it.
     *
     * @param alias the key's own name where there is none
     * @throws UnusableKey unless there is exactly one of file and library
     */
    static KeyPlace of(String name, Optional<Path> store, Optional<Path> token, int slot, Optional<String> alias) {
        if (store.isPresent() == token.isPresent()) {
            throw new UnusableKey("key " + name
                    + ": give either store (a PKCS#12 file) or token (the PKCS#11 library of a hardware module)");
        }
        return store.<KeyPlace>map(File::new).orElseGet(() -> new Token(token.orElseThrow(), slot, alias.orElse(name)));
    }
}
