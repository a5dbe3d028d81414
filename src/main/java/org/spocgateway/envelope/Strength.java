package org.spocgateway.envelope;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Which algorithms count: AES, SHA-2 and SHA-3 from 256 bits, RSA from 2048 bits, elliptic curves from 256, ML-DSA, SLH-DSA, and ML-DSA
 * combined with another; and which are outdated but read.
 */
final class Strength {
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512",
            NISTObjectIdentifiers.id_sha3_256, "SHA3-256",
            NISTObjectIdentifiers.id_sha3_384, "SHA3-384",
            NISTObjectIdentifiers.id_sha3_512, "SHA3-512",
            NISTObjectIdentifiers.id_shake256, "SHAKE256",
            NISTObjectIdentifiers.id_shake256_len, "SHAKE256");
    private static final Set<String> OUTDATED_DIGESTS = Set.of(
            OIWObjectIdentifiers.idSHA1.getId(),
            PKCSObjectIdentifiers.md5.getId(),
            PKCSObjectIdentifiers.md4.getId(),
            PKCSObjectIdentifiers.md2.getId());

    /** ML-DSA 17 to 19, SLH-DSA 20 to 31 (FIPS 204, FIPS 205). */
    private static final int FIRST_QUANTUM = 17;

    private static final int LAST_QUANTUM = 31;

    /** ML-DSA together with RSA or a curve, both of which must hold (draft-ietf-lamps-pq-composite-sigs). */
    private static final String COMPOSITE = "1.3.6.1.5.5.7.6.";

    private static final int FIRST_COMPOSITE = 37;
    private static final int LAST_COMPOSITE = 54;
    private static final Set<String> OUTDATED_SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha1WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.md5WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.md2WithRSAEncryption.getId(),
            "1.2.840.10045.4.1"); // ecdsa-with-SHA1
    private static final Set<String> EDWARDS = Set.of("EdDSA", "Ed25519", "Ed448");

    private Strength() {}

    static Optional<String> digest(String oid) {
        return Optional.ofNullable(DIGESTS.get(new ASN1ObjectIdentifier(oid)));
    }

    /** Whether a digest is one that others can forge: known, but no proof any more. */
    static boolean isOutdatedDigest(String oid) {
        return OUTDATED_DIGESTS.contains(oid);
    }

    /** Whether the signature itself, whatever digest the content has, is made with a digest that others can forge. */
    static boolean isOutdatedSignature(String oid) {
        return OUTDATED_SIGNATURES.contains(oid);
    }

    /** Whether a content cipher, by the name in a {@link Layer}, may have been read by others. */
    static boolean isOutdatedCipher(String algorithm) {
        return algorithm.startsWith("3DES") || algorithm.startsWith("RC2");
    }

    static boolean isEnough(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= 2048;
        }
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getOrder().bitLength() >= 255;
        }
        return EDWARDS.contains(key.getAlgorithm()) || isPostQuantum(key);
    }

    /** By its identifier, since older Javas have no name for it. */
    private static boolean isPostQuantum(PublicKey key) {
        String oid = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getAlgorithm()
                .getId();
        return isBetween(oid, NISTObjectIdentifiers.sigAlgs.getId() + ".", FIRST_QUANTUM, LAST_QUANTUM)
                || isBetween(oid, COMPOSITE, FIRST_COMPOSITE, LAST_COMPOSITE);
    }

    private static boolean isBetween(String oid, String arc, int first, int last) {
        String end = oid.startsWith(arc) ? oid.substring(arc.length()) : "";
        return end.matches("\\d{1,3}") && Integer.parseInt(end) >= first && Integer.parseInt(end) <= last;
    }

    /** Whether the name of a certificate's own signature algorithm uses a digest that is no proof any more. */
    static boolean isOutdated(String signatureAlgorithm) {
        return signatureAlgorithm.startsWith("SHA1") || signatureAlgorithm.startsWith("MD");
    }
}
