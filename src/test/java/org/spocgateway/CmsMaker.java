package org.spocgateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.spocgateway.DemonstrationPki.Identity;

/** Writes signed and sealed MIME entities in every way that clients and attackers do. */
public final class CmsMaker {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private CmsMaker() {}

    /**
     * How something is signed.
     *
     * @param content whether the content stands inside
     * @param attributes whether there are signed attributes
     * @param certificates whether the signers' certificates come along
     */
    public record Signing(
            List<Identity> signers,
            String digest,
            boolean content,
            boolean attributes,
            List<X509Certificate> certificates,
            List<Instant> time) {
        public static Signing by(Identity... signers) {
            List<Identity> all = List.of(signers);
            return new Signing(
                    all,
                    "SHA256",
                    false,
                    true,
                    all.stream().map(Identity::certificate).distinct().toList(),
                    List.of());
        }

        public Signing digest(String name) {
            return new Signing(signers, name, content, attributes, certificates, time);
        }

        public Signing withContent() {
            return new Signing(signers, digest, true, attributes, certificates, time);
        }

        public Signing withoutAttributes() {
            return new Signing(signers, digest, content, false, certificates, time);
        }

        public Signing enclosing(X509Certificate... others) {
            return new Signing(signers, digest, content, attributes, List.of(others), time);
        }

        public Signing at(Instant moment) {
            return new Signing(signers, digest, content, attributes, certificates, List.of(moment));
        }
    }

    /** The bare structure. */
    public static byte[] der(byte[] content, Signing how) {
        try {
            var generator = new CMSSignedDataGenerator();
            for (Identity signer : how.signers()) {
                boolean isRsa = signer.keys().getPrivate().getAlgorithm().equals("RSA");
                var builder = new JcaSimpleSignerInfoGeneratorBuilder().setProvider(BC);
                builder.setDirectSignature(!how.attributes());
                if (how.attributes()) {
                    builder.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(moment(how)));
                }
                generator.addSignerInfoGenerator(builder.build(
                        how.digest() + (isRsa ? "withRSA" : "withECDSA"),
                        signer.keys().getPrivate(),
                        signer.certificate()));
            }
            generator.addCertificates(new JcaCertStore(how.certificates()));
            return generator
                    .generate(new CMSProcessableByteArray(content), how.content())
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttributeTable moment(Signing how) {
        var attributes = new ASN1EncodableVector();
        how.time()
                .forEach(at ->
                        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at))))));
        return new AttributeTable(attributes);
    }

    /** {@code multipart/signed} around an entity, whose line ends are CR LF. */
    public static byte[] signed(byte[] entity, Signing how) {
        String boundary = "signed-" + UUID.randomUUID();
        return join(
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;\r\n\tboundary=\""
                        + boundary + "\"\r\n\r\nThis is an S/MIME signed message\r\n\r\n--" + boundary + "\r\n",
                entity,
                "\r\n--" + boundary + "\r\n" + file("pkcs7-signature", "smime.p7s", "") + base64(der(entity, how))
                        + "\r\n--" + boundary + "--\r\n");
    }

    /** {@code application/pkcs7-mime} with the entity inside. */
    public static byte[] opaque(byte[] entity, Signing how) {
        return join(
                file("pkcs7-mime", "smime.p7m", "; smime-type=signed-data"),
                base64(der(entity, how.withContent())).getBytes(StandardCharsets.US_ASCII),
                "\r\n");
    }

    /**
     * How something is sealed.
     *
     * @param cipher of the content
     * @param oaep whether the key is wrapped with RSA-OAEP and SHA-256
     */
    public record Ciphering(ASN1ObjectIdentifier cipher, boolean oaep, List<X509Certificate> recipients) {
        public static Ciphering cbc(X509Certificate... recipients) {
            return new Ciphering(CMSAlgorithm.AES256_CBC, false, List.of(recipients));
        }

        public static Ciphering gcm(X509Certificate... recipients) {
            return new Ciphering(CMSAlgorithm.AES256_GCM, false, List.of(recipients));
        }

        public Ciphering with(ASN1ObjectIdentifier other) {
            return new Ciphering(other, oaep, recipients);
        }

        public Ciphering withOaep() {
            return new Ciphering(cipher, true, recipients);
        }
    }

    public static byte[] sealed(byte[] entity, Ciphering how) {
        boolean isAuthenticated = how.cipher().equals(CMSAlgorithm.AES256_GCM);
        String kind = isAuthenticated ? "authEnveloped-data" : "enveloped-data";
        return join(
                file("pkcs7-mime", "smime.p7m", "; smime-type=" + kind),
                base64(isAuthenticated ? authenticated(entity, how) : block(entity, how))
                        .getBytes(StandardCharsets.US_ASCII),
                "\r\n");
    }

    private static byte[] block(byte[] entity, Ciphering how) {
        try {
            var generator = new CMSEnvelopedDataGenerator();
            for (X509Certificate recipient : how.recipients()) {
                generator.addRecipientInfoGenerator(recipient(recipient, how));
            }
            var encryptor = new JceCMSContentEncryptorBuilder(how.cipher())
                    .setProvider(BC)
                    .build();
            return generator
                    .generate(new CMSProcessableByteArray(entity), encryptor)
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] authenticated(byte[] entity, Ciphering how) {
        try {
            var generator = new CMSAuthEnvelopedDataGenerator();
            for (X509Certificate recipient : how.recipients()) {
                generator.addRecipientInfoGenerator(recipient(recipient, how));
            }
            var encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(how.cipher())
                    .setProvider(BC)
                    .build();
            return generator
                    .generate(new CMSProcessableByteArray(entity), encryptor)
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JceKeyTransRecipientInfoGenerator recipient(X509Certificate certificate, Ciphering how)
            throws GeneralSecurityException {
        if (!how.oaep()) {
            return new JceKeyTransRecipientInfoGenerator(certificate).setProvider(BC);
        }
        var sha256 = new AlgorithmIdentifier(org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256);
        var parameters = new RSAESOAEPparams(
                sha256,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
                RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM);
        return new JceKeyTransRecipientInfoGenerator(
                        certificate, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, parameters))
                .setProvider(BC);
    }

    private static String file(String type, String name, String more) {
        return "Content-Type: application/" + type + more + "; name=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\n\r\n";
    }

    /** Parts one after another under one boundary. */
    public static byte[] multipart(String kind, byte[]... parts) {
        String boundary = "part-" + UUID.randomUUID();
        List<Object> all = new ArrayList<>();
        all.add("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\n");
        for (byte[] part : parts) {
            all.add("--" + boundary + "\r\n");
            all.add(part);
            all.add("\r\n");
        }
        all.add("--" + boundary + "--\r\n");
        return join(all.toArray());
    }

    public static byte[] text(String text) {
        return join("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(text.getBytes(StandardCharsets.UTF_8)) + "\r\n");
    }

    public static byte[] html(String html) {
        return join("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(html.getBytes(StandardCharsets.UTF_8)) + "\r\n");
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    /** Texts and bytes one after another. */
    public static byte[] join(Object... pieces) {
        var out = new java.io.ByteArrayOutputStream();
        for (Object piece : pieces) {
            out.writeBytes(piece instanceof byte[] bytes ? bytes : ((String) piece).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
