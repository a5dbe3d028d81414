package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMECapabilitiesAttribute;
import org.bouncycastle.asn1.smime.SMIMECapabilityVector;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs content with one of our keys; says in the signature that answers may be sealed with AES-GCM or AES-CBC. */
public final class DetachedSigner {
    private final Providers providers;
    private final OurKey key;
    private final X509Certificate certificate;

    public DetachedSigner(Providers providers, OurKey key, X509Certificate certificate) {
        this.providers = providers;
        this.key = key;
        this.certificate = certificate;
    }

    /** The digest that signatures are made over. */
    public MessageDigest digest() throws GeneralSecurityException {
        return providers.first("SHA-256", provider -> MessageDigest.getInstance("SHA-256", provider));
    }

    /**
     * The signature without its content.
     *
     * @param digest of the content, by {@link #digest}
     */
    public byte[] sign(byte[] digest) throws GeneralSecurityException, IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(algorithm -> new Known(algorithm, digest))
                            .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(capabilities()))
                            .build(signer(), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(new byte[0]), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException e) {
            throw new GeneralSecurityException("a signature could not be made", e);
        }
    }

    private ContentSigner signer() throws GeneralSecurityException {
        boolean isRsa = key.algorithm().equals("RSA");
        String algorithm = isRsa ? "SHA256withRSA" : "SHA256withECDSA";
        return key.ready(providers, !isRsa, "Signer " + algorithm, (provider, secret) -> {
            try {
                return new JcaContentSignerBuilder(algorithm)
                        .setProvider(provider)
                        .build(secret);
            } catch (OperatorCreationException e) {
                throw new GeneralSecurityException("a provider that cannot sign", e);
            }
        });
    }

    private static AttributeTable capabilities() {
        var able = new SMIMECapabilityVector();
        able.addCapability(NISTObjectIdentifiers.id_aes256_GCM);
        able.addCapability(NISTObjectIdentifiers.id_aes128_GCM);
        able.addCapability(NISTObjectIdentifiers.id_aes256_CBC);
        able.addCapability(NISTObjectIdentifiers.id_aes128_CBC);
        var attributes = new ASN1EncodableVector();
        attributes.add(new SMIMECapabilitiesAttribute(able));
        return new AttributeTable(attributes);
    }
}
