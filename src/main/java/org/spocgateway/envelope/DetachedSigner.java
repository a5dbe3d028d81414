package org.spocgateway.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
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
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Signs bytes with one of our keys; says in the signature that answers may be sealed with AES-GCM or AES-CBC. */
final class DetachedSigner {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private final KeyRing.OwnKey key;

    DetachedSigner(KeyRing.OwnKey key) {
        this.key = key;
    }

    byte[] sign(byte[] content) {
        String algorithm = key.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(BC)
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(capabilities()))
                    .build(algorithm, key.key(), key.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a content could not be signed with " + key.name(), e);
        }
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
