package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.OutputEncryptor;

/** Seals content to certificates while it is written. */
public final class Sealer {
    /** Pieces in which the encrypted content stands in the structure. */
    private static final int PIECE_BYTES = 1 << 16;

    private final Providers providers;
    private final SecureRandom random;

    public Sealer(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    /**
     * Begins a structure: AES-256-GCM with RSA-OAEP, or AES-256-CBC with RSA PKCS#1 v1.5; elliptic curves by ECDH either way.
     *
     * @param out gets the structure; it stays open when the content is closed
     */
    public OutputStream seal(OutputStream out, boolean cbc, List<X509Certificate> to)
            throws GeneralSecurityException, IOException {
        try {
            return cbc ? block(out, to) : authenticated(out, to);
        } catch (CMSException e) {
            throw new GeneralSecurityException("a content could not be sealed", e);
        }
    }

    private OutputStream block(OutputStream out, List<X509Certificate> to)
            throws GeneralSecurityException, CMSException, IOException {
        var generator = new CMSEnvelopedDataStreamGenerator();
        generator.setBufferSize(PIECE_BYTES);
        for (X509Certificate certificate : to) {
            generator.addRecipientInfoGenerator(recipient(certificate, true));
        }
        return generator.open(out, encryptor(CMSAlgorithm.AES256_CBC));
    }

    private OutputStream authenticated(OutputStream out, List<X509Certificate> to)
            throws GeneralSecurityException, CMSException, IOException {
        var generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.setBufferSize(PIECE_BYTES);
        for (X509Certificate certificate : to) {
            generator.addRecipientInfoGenerator(recipient(certificate, false));
        }
        return generator.open(out, (OutputAEADEncryptor) encryptor(CMSAlgorithm.AES256_GCM));
    }

    private OutputEncryptor encryptor(ASN1ObjectIdentifier algorithm) throws GeneralSecurityException {
        return providers.first("Encryptor " + algorithm, provider -> {
            try {
                return new JceCMSContentEncryptorBuilder(algorithm)
                        .setProvider(provider)
                        .setSecureRandom(random)
                        .build();
            } catch (CMSException e) {
                throw new GeneralSecurityException("a provider that cannot encrypt", e);
            }
        });
    }

    private RecipientInfoGenerator recipient(X509Certificate certificate, boolean isOld)
            throws GeneralSecurityException, CMSException {
        if (certificate.getPublicKey() instanceof ECPublicKey curve) {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("EC", Providers.bouncyCastle());
            maker.initialize(curve.getParams(), random);
            KeyPair once = maker.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP)
                    .addRecipient(certificate)
                    .setProvider(Providers.bouncyCastle());
        }
        return (isOld
                        ? new JceKeyTransRecipientInfoGenerator(certificate)
                        : new JceKeyTransRecipientInfoGenerator(certificate, oaep()))
                .setProvider(Providers.bouncyCastle());
    }

    private static AlgorithmIdentifier oaep() {
        var sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        var mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSAES_OAEP,
                new RSAESOAEPparams(sha256, mask, RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    }
}
