package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.DerivationFunction;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.jcajce.provider.util.DigestFactory;

/**
 * A content key wrapped under a secret agreed on by elliptic curves: standard and cofactor ECDH (RFC 5753), X25519 and X448 (RFC
 * 8418). On every curve that we accept the cofactor makes no difference.
 */
record KeyAgreement(Providers providers, KeyAgreeRecipientInfo info, ASN1OctetString wrapped, OurKey key)
        implements ContentKeys.Entry {

    /** How the wrapping key is made from the secret. */
    private record Derivation(String digest, boolean isHkdf) {}

    private static final Map<ASN1ObjectIdentifier, Derivation> SCHEMES = Map.ofEntries(
            Map.entry(X9ObjectIdentifiers.dhSinglePass_stdDH_sha1kdf_scheme, new Derivation("SHA-1", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha224kdf_scheme, new Derivation("SHA-224", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme, new Derivation("SHA-256", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha384kdf_scheme, new Derivation("SHA-384", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha512kdf_scheme, new Derivation("SHA-512", false)),
            Map.entry(X9ObjectIdentifiers.dhSinglePass_cofactorDH_sha1kdf_scheme, new Derivation("SHA-1", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha224kdf_scheme, new Derivation("SHA-224", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha256kdf_scheme, new Derivation("SHA-256", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha384kdf_scheme, new Derivation("SHA-384", false)),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha512kdf_scheme, new Derivation("SHA-512", false)),
            Map.entry(PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha256_scheme, new Derivation("SHA-256", true)),
            Map.entry(PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha384_scheme, new Derivation("SHA-384", true)),
            Map.entry(PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha512_scheme, new Derivation("SHA-512", true)));

    @Override
    public String transport() {
        ASN1ObjectIdentifier curve = key.publicKey().getAlgorithm().getAlgorithm();
        return curve.equals(EdECObjectIdentifiers.id_X25519)
                ? "X25519"
                : curve.equals(EdECObjectIdentifiers.id_X448) ? "X448" : "ECDH";
    }

    @Override
    public byte[] open() throws GeneralSecurityException {
        AlgorithmIdentifier algorithm = info.getKeyEncryptionAlgorithm();
        Derivation scheme = Optional.ofNullable(SCHEMES.get(algorithm.getAlgorithm()))
                .orElseThrow(() -> new NoSuchAlgorithmException("a key agreement that we do not read"));
        AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(algorithm.getParameters());
        byte[] wrapping = derived(scheme, agreed(), wrap, KeyWrap.keyBytes(wrap));
        return KeyWrap.open(wrap, wrapping, wrapped.getOctets());
    }

    private byte[] agreed() throws GeneralSecurityException {
        byte[] theirs = publicKey();
        boolean isMontgomery = !transport().equals("ECDH");
        String name = isMontgomery ? transport() : "ECDH";
        return key.ready(providers, true, "KeyAgreement " + name, (provider, secret) -> {
                    var agreement = javax.crypto.KeyAgreement.getInstance(name, provider);
                    agreement.init(secret);
                    PublicKey their = KeyFactory.getInstance(isMontgomery ? name : "EC")
                            .generatePublic(new X509EncodedKeySpec(theirs));
                    agreement.doPhase(their, true);
                    return agreement;
                })
                .generateSecret();
    }

    /** The sender's key of this one message; its curve is ours, whatever it says or leaves out. */
    private byte[] publicKey() throws GeneralSecurityException {
        OriginatorPublicKey theirs = info.getOriginator().getOriginatorKey();
        if (theirs == null) {
            throw new NoSuchAlgorithmException("a key agreement with a lasting key of the sender");
        }
        try {
            var bits = theirs.getPublicKeyData();
            return new SubjectPublicKeyInfo(key.publicKey().getAlgorithm(), bits.getOctets()).getEncoded();
        } catch (IOException e) {
            throw new GeneralSecurityException("a sender's key cannot be read", e);
        }
    }

    private byte[] derived(Derivation scheme, byte[] secret, AlgorithmIdentifier wrap, int bytes)
            throws GeneralSecurityException {
        byte[] bound = bound(wrap, bytes);
        Digest digest = DigestFactory.getDigest(scheme.digest);
        byte[] made = new byte[bytes];
        DerivationFunction function = scheme.isHkdf ? new HKDFBytesGenerator(digest) : new KDF2BytesGenerator(digest);
        function.init(scheme.isHkdf ? new HKDFParameters(secret, salt(), bound) : new KDFParameters(secret, bound));
        function.generateBytes(made, 0, bytes);
        return made;
    }

    private byte[] salt() {
        ASN1OctetString salt = info.getUserKeyingMaterial();
        return salt == null ? new byte[0] : salt.getOctets();
    }

    private byte[] bound(AlgorithmIdentifier wrap, int bytes) throws GeneralSecurityException {
        byte[] bits = ByteBuffer.allocate(4).putInt(8 * bytes).array();
        ASN1OctetString material = info.getUserKeyingMaterial();
        try {
            return (material == null
                            ? new ECCCMSSharedInfo(wrap, bits)
                            : new ECCCMSSharedInfo(wrap, material.getOctets(), bits))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new GeneralSecurityException("a key agreement cannot be written", e);
        }
    }
}
