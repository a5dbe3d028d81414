package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.crypto.KeyGenerator;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.jcajce.provider.util.DigestFactory;
import org.bouncycastle.jcajce.spec.KEMExtractSpec;

/** A content key wrapped under a secret that was encapsulated for us: ML-KEM (RFC 9629, RFC 9936), by BouncyCastle alone. */
record KeyEncapsulation(KEMRecipientInfo info, OurKey key) implements ContentKeys.Entry {
    private static final Map<ASN1ObjectIdentifier, String> DERIVATIONS = Map.of(
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha256, "SHA-256",
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha384, "SHA-384",
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha512, "SHA-512");

    @Override
    public String transport() {
        return key.algorithm();
    }

    @Override
    public byte[] open() throws GeneralSecurityException {
        AlgorithmIdentifier wrap = info.getWrap();
        return KeyWrap.open(
                wrap,
                derived(secret(), wrap, KeyWrap.keyBytes(wrap)),
                info.getEncryptedKey().getOctets());
    }

    private byte[] secret() throws GeneralSecurityException {
        var algorithm = info.getKem().getAlgorithm();
        if (!algorithm.equals(key.publicKey().getAlgorithm().getAlgorithm())) {
            throw new NoSuchAlgorithmException("an encapsulation for another kind of key");
        }
        var extract = new KEMExtractSpec.Builder(
                        key.in(Providers.bouncyCastle()), info.getKemct().getOctets(), "Secret", 256)
                .withNoKdf()
                .build();
        KeyGenerator generator = KeyGenerator.getInstance("ML-KEM", Providers.bouncyCastle());
        generator.init(extract);
        return generator.generateKey().getEncoded();
    }

    private byte[] derived(byte[] secret, AlgorithmIdentifier wrap, int bytes) throws GeneralSecurityException {
        String digest = DERIVATIONS.get(info.getKdf().getAlgorithm());
        if (digest == null) {
            throw new NoSuchAlgorithmException("a key derivation that we do not read");
        }
        byte[] made = new byte[bytes];
        try {
            byte[] bound = new CMSORIforKEMOtherInfo(wrap, bytes, info.getUkm()).getEncoded(ASN1Encoding.DER);
            var function = new HKDFBytesGenerator(DigestFactory.getDigest(digest));
            function.init(new HKDFParameters(secret, null, bound));
            function.generateBytes(made, 0, bytes);
            return made;
        } catch (IOException e) {
            throw new GeneralSecurityException("a key derivation cannot be written", e);
        }
    }
}
