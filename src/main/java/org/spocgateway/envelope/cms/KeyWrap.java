package org.spocgateway.envelope.cms;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.BadPaddingException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESWrapEngine;
import org.bouncycastle.crypto.engines.AESWrapPadEngine;
import org.bouncycastle.crypto.engines.DESedeWrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** Key wrapping that checks itself: AES with and without padding (RFC 3394, RFC 5649), 3DES (RFC 3217). */
final class KeyWrap {
    private record Kind(int keyBytes, Supplier<Wrapper> engine) {}

    private static final Map<ASN1ObjectIdentifier, Kind> KINDS = Map.of(
            NISTObjectIdentifiers.id_aes128_wrap, new Kind(16, AESWrapEngine::new),
            NISTObjectIdentifiers.id_aes192_wrap, new Kind(24, AESWrapEngine::new),
            NISTObjectIdentifiers.id_aes256_wrap, new Kind(32, AESWrapEngine::new),
            NISTObjectIdentifiers.id_aes128_wrap_pad, new Kind(16, AESWrapPadEngine::new),
            NISTObjectIdentifiers.id_aes192_wrap_pad, new Kind(24, AESWrapPadEngine::new),
            NISTObjectIdentifiers.id_aes256_wrap_pad, new Kind(32, AESWrapPadEngine::new),
            PKCSObjectIdentifiers.id_alg_CMS3DESwrap, new Kind(24, DESedeWrapEngine::new));

    private KeyWrap() {}

    static int keyBytes(AlgorithmIdentifier wrap) throws NoSuchAlgorithmException {
        return kind(wrap).keyBytes;
    }

    static byte[] open(AlgorithmIdentifier wrap, byte[] key, byte[] wrapped) throws GeneralSecurityException {
        Wrapper engine = kind(wrap).engine.get();
        engine.init(false, new KeyParameter(key));
        try {
            return engine.unwrap(wrapped, 0, wrapped.length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new BadPaddingException("a content key does not open");
        }
    }

    private static Kind kind(AlgorithmIdentifier wrap) throws NoSuchAlgorithmException {
        Kind kind = KINDS.get(wrap.getAlgorithm());
        if (kind == null) {
            throw new NoSuchAlgorithmException("a key wrapping that we do not read");
        }
        return kind;
    }
}
