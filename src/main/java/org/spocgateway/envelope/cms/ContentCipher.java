package org.spocgateway.envelope.cms;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CCMParameters;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The cipher of one encrypted content, with its parameters.
 *
 * @param name as shown, such as {@code AES-256-GCM}
 * @param keyBytes length of its key; 0 where any will do
 * @param tagBytes length of its tag; 0 for block ciphers, which have none
 */
record ContentCipher(
        String name, String transformation, int keyBytes, int tagBytes, AlgorithmParameterSpec parameters) {
    private static final int TAG_LEAST = 12;
    private static final int TAG_MOST = 16;

    private record Kind(String name, String transformation, int keyBytes) {}

    private static final Map<ASN1ObjectIdentifier, Kind> BLOCKS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, new Kind("AES-128-CBC", "AES/CBC/PKCS5Padding", 16),
            NISTObjectIdentifiers.id_aes192_CBC, new Kind("AES-192-CBC", "AES/CBC/PKCS5Padding", 24),
            NISTObjectIdentifiers.id_aes256_CBC, new Kind("AES-256-CBC", "AES/CBC/PKCS5Padding", 32),
            PKCSObjectIdentifiers.des_EDE3_CBC, new Kind("3DES-CBC", "DESede/CBC/PKCS5Padding", 24),
            PKCSObjectIdentifiers.RC2_CBC, new Kind("RC2-CBC", "RC2/CBC/PKCS5Padding", 0));
    private static final Map<ASN1ObjectIdentifier, Kind> TAGGED = Map.of(
            NISTObjectIdentifiers.id_aes128_GCM, new Kind("AES-128-GCM", "AES/GCM/NoPadding", 16),
            NISTObjectIdentifiers.id_aes192_GCM, new Kind("AES-192-GCM", "AES/GCM/NoPadding", 24),
            NISTObjectIdentifiers.id_aes256_GCM, new Kind("AES-256-GCM", "AES/GCM/NoPadding", 32),
            NISTObjectIdentifiers.id_aes128_CCM, new Kind("AES-128-CCM", "AES/CCM/NoPadding", 16),
            NISTObjectIdentifiers.id_aes192_CCM, new Kind("AES-192-CCM", "AES/CCM/NoPadding", 24),
            NISTObjectIdentifiers.id_aes256_CCM, new Kind("AES-256-CCM", "AES/CCM/NoPadding", 32),
            PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305, new Kind("ChaCha20-Poly1305", "ChaCha20-Poly1305", 32));

    /** The cipher of enveloped-data (RFC 5652 section 6); empty for one that we do not read. */
    static Optional<ContentCipher> block(AlgorithmIdentifier algorithm) {
        Kind kind = BLOCKS.get(algorithm.getAlgorithm());
        return kind == null ? Optional.empty() : Optional.of(of(kind, 0, blockParameters(algorithm)));
    }

    /** The cipher of auth-enveloped-data (RFC 5084, RFC 8103); its tag must not be shortened to something guessable. */
    static Optional<ContentCipher> tagged(AlgorithmIdentifier algorithm) {
        Kind kind = TAGGED.get(algorithm.getAlgorithm());
        if (kind == null) {
            return Optional.empty();
        }
        ContentCipher cipher = tagged(kind, algorithm.getParameters());
        boolean isLongEnough = cipher.tagBytes >= TAG_LEAST && cipher.tagBytes <= TAG_MOST;
        return isLongEnough ? Optional.of(cipher) : Optional.empty();
    }

    private static ContentCipher tagged(Kind kind, ASN1Encodable parameters) {
        if (kind.transformation.equals("ChaCha20-Poly1305")) {
            return of(
                    kind,
                    16,
                    new IvParameterSpec(ASN1OctetString.getInstance(parameters).getOctets()));
        }
        if (kind.transformation.startsWith("AES/CCM")) {
            CCMParameters ccm = CCMParameters.getInstance(parameters);
            return of(kind, ccm.getIcvLen(), new GCMParameterSpec(8 * ccm.getIcvLen(), ccm.getNonce()));
        }
        GCMParameters gcm = GCMParameters.getInstance(parameters);
        return of(kind, gcm.getIcvLen(), new GCMParameterSpec(8 * gcm.getIcvLen(), gcm.getNonce()));
    }

    private static ContentCipher of(Kind kind, int tagBytes, AlgorithmParameterSpec parameters) {
        return new ContentCipher(kind.name, kind.transformation, kind.keyBytes, tagBytes, parameters);
    }

    private static AlgorithmParameterSpec blockParameters(AlgorithmIdentifier algorithm) {
        if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.RC2_CBC)) {
            return new IvParameterSpec(
                    ASN1OctetString.getInstance(algorithm.getParameters()).getOctets());
        }
        RC2CBCParameter rc2 = RC2CBCParameter.getInstance(algorithm.getParameters());
        int version = rc2.getRC2ParameterVersion() == null
                ? 0
                : rc2.getRC2ParameterVersion().intValueExact();
        return new RC2ParameterSpec(effectiveBits(version), rc2.getIV());
    }

    /** RFC 8018 section B.2.3. */
    private static int effectiveBits(int version) {
        return switch (version) {
            case 0 -> 32;
            case 160 -> 40;
            case 120 -> 64;
            case 58 -> 128;
            default -> Math.max(256, version);
        };
    }

    /** Whether it can be read piece by piece whatever its size; CCM begins with the length, which nobody knows before the end. */
    boolean isStreamed() {
        return !transformation.startsWith("AES/CCM");
    }

    boolean isGalois() {
        return transformation.startsWith("AES/GCM");
    }

    boolean fits(byte[] key) {
        return keyBytes == 0 ? key.length > 0 : key.length == keyBytes;
    }

    /** Ready to decrypt. */
    Cipher ready(Providers providers, byte[] key) throws GeneralSecurityException {
        var secret = new SecretKeySpec(key, transformation.split("/", 2)[0]);
        return providers.first("Cipher " + transformation, provider -> {
            Cipher cipher = Cipher.getInstance(transformation, provider);
            cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
            return cipher;
        });
    }
}
