package org.spocgateway.envelope.openpgp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/** Which algorithms count: AES, SHA-2 and SHA-3 from 256 bits, RSA from 2048 bits, elliptic curves. */
final class Strong {
    private static final int RSA_LEAST = 2048;
    private static final int CURVE_LEAST = 250;
    private static final Map<Integer, String> CIPHERS = Map.of(
            SymmetricKeyAlgorithmTags.AES_128, "AES-128",
            SymmetricKeyAlgorithmTags.AES_192, "AES-192",
            SymmetricKeyAlgorithmTags.AES_256, "AES-256");
    private static final Map<Integer, String> MODES = Map.of(1, "EAX", 2, "OCB", 3, "GCM");
    private static final Map<Integer, String> DIGESTS = Map.of(
            HashAlgorithmTags.SHA256, "SHA-256",
            HashAlgorithmTags.SHA384, "SHA-384",
            HashAlgorithmTags.SHA512, "SHA-512",
            HashAlgorithmTags.SHA3_256, "SHA3-256",
            HashAlgorithmTags.SHA3_512, "SHA3-512");
    private static final Set<Integer> OUTDATED = Set.of(
            HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160, HashAlgorithmTags.SHA224);
    private static final Set<Integer> RSA = Set.of(
            PublicKeyAlgorithmTags.RSA_GENERAL, PublicKeyAlgorithmTags.RSA_ENCRYPT, PublicKeyAlgorithmTags.RSA_SIGN);
    private static final Map<Integer, String> SIGNING_CURVES = Map.of(
            PublicKeyAlgorithmTags.ECDSA, "ECDSA",
            PublicKeyAlgorithmTags.EDDSA_LEGACY, "EdDSA",
            PublicKeyAlgorithmTags.Ed25519, "Ed25519",
            PublicKeyAlgorithmTags.Ed448, "Ed448");
    private static final Set<Integer> SEALING_CURVES =
            Set.of(PublicKeyAlgorithmTags.ECDH, PublicKeyAlgorithmTags.X25519, PublicKeyAlgorithmTags.X448);

    private Strong() {}

    static Optional<String> cipher(int algorithm) {
        return Optional.ofNullable(CIPHERS.get(algorithm));
    }

    static Optional<String> mode(int algorithm) {
        return Optional.ofNullable(MODES.get(algorithm));
    }

    static Optional<String> digest(int algorithm) {
        return Optional.ofNullable(DIGESTS.get(algorithm));
    }

    static boolean isOutdatedDigest(int algorithm) {
        return OUTDATED.contains(algorithm);
    }

    /** The name of a signing algorithm; empty for those that we do not know or no longer believe, such as DSA. */
    static Optional<String> signing(int algorithm) {
        return RSA.contains(algorithm) ? Optional.of("RSA") : Optional.ofNullable(SIGNING_CURVES.get(algorithm));
    }

    static boolean isLongEnough(PGPPublicKey key) {
        int bits = key.getBitStrength();
        return bits >= (RSA.contains(key.getAlgorithm()) ? RSA_LEAST : CURVE_LEAST);
    }

    /** Whether mail can be sealed to a key in a way that we accept. */
    static boolean mayOpen(PGPPublicKey key) {
        boolean isRsa = RSA.contains(key.getAlgorithm()) && key.getAlgorithm() != PublicKeyAlgorithmTags.RSA_SIGN;
        return (isRsa && isLongEnough(key)) || SEALING_CURVES.contains(key.getAlgorithm());
    }
}
