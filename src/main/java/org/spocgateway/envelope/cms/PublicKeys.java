package org.spocgateway.envelope.cms;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;

/** Public keys as the provider that works with them has them, built once: the same few people write to us. */
final class PublicKeys {
    private static final Map<Name, PublicKey> BUILT = Newest.map();

    private record Name(String provider, PublicKey key) {}

    private PublicKeys() {}

    /** @throws GeneralSecurityException if the provider cannot take it */
    static PublicKey in(Provider provider, PublicKey key) throws GeneralSecurityException {
        var name = new Name(provider.getName(), key);
        PublicKey known = BUILT.get(name);
        if (known != null) {
            return known;
        }
        PublicKey built = KeyFactory.getInstance(key.getAlgorithm(), provider)
                .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        BUILT.put(name, built);
        return built;
    }
}
