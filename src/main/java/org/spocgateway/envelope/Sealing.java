package org.spocgateway.envelope;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.spocgateway.envelope.mime.LineEnds;

/**
 * Makes signed and sealed mail, once, as bytes with CR LF line ends.
 *
 * <p>The result is stored and sent as it is: made a second time it would be other bytes (proven by the digest in the transfer log).
 * For secure mail: {@code seal(sign(entity), …)}.
 */
public final class Sealing {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final byte[] CRLF = {'\r', '\n'};

    private final DetachedSigner signer;
    private final SecureRandom random;

    /** @param signing the council's own signing key */
    public Sealing(KeyRing.OwnKey signing, SecureRandom random) {
        this.signer = new DetachedSigner(signing);
        this.random = random;
    }

    /**
     * Signs a MIME entity (detached, {@code multipart/signed}, SHA-256) with the council's own key.
     *
     * @param entity headers from Content-Type on, and body; bare line ends become CR LF before they are signed
     */
    public byte[] sign(byte[] entity) {
        byte[] content = canonical(entity);
        String boundary = "sig-" + word();
        byte[] signature = signer.sign(content);
        var out = new ByteArrayOutputStream(content.length + 8192);
        text(
                out,
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;\r\n boundary=\""
                        + boundary + "\"\r\n\r\n--" + boundary + "\r\n");
        out.writeBytes(content);
        text(
                out,
                "\r\n--" + boundary + "\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                        + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=smime.p7s\r\n\r\n");
        base64(out, signature);
        text(out, "\r\n--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    /**
     * Seals a MIME entity to certificates: AES-256-GCM with RSA-OAEP, or, for those who cannot read that, AES-256-CBC with RSA PKCS#1
     * v1.5; elliptic-curve certificates by ECDH either way.
     *
     * @param entity headers from Content-Type on, and body, CR LF line ends
     * @param cbc for old desktops: their profile or the partner's entry says so
     */
    public byte[] seal(byte[] entity, boolean cbc, List<X509Certificate> to) {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("nobody to seal to");
        }
        byte[] sealed = cbc ? block(entity, to) : authenticated(entity, to);
        var out = new ByteArrayOutputStream(sealed.length * 4 / 3 + 1024);
        text(
                out,
                "Content-Type: application/pkcs7-mime; smime-type=" + (cbc ? "enveloped-data" : "authEnveloped-data")
                        + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment; filename=smime.p7m\r\n\r\n");
        base64(out, sealed);
        text(out, "\r\n");
        return out.toByteArray();
    }

    private byte[] block(byte[] entity, List<X509Certificate> to) {
        try {
            var generator = new CMSEnvelopedDataGenerator();
            for (X509Certificate certificate : to) {
                generator.addRecipientInfoGenerator(recipient(certificate, true));
            }
            var encryptor = new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                    .setProvider(BC)
                    .setSecureRandom(random)
                    .build();
            return generator
                    .generate(new CMSProcessableByteArray(entity), encryptor)
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a content could not be sealed", e);
        }
    }

    private byte[] authenticated(byte[] entity, List<X509Certificate> to) {
        try {
            var generator = new CMSAuthEnvelopedDataGenerator();
            for (X509Certificate certificate : to) {
                generator.addRecipientInfoGenerator(recipient(certificate, false));
            }
            var encryptor = new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                    .setProvider(BC)
                    .setSecureRandom(random)
                    .build();
            return generator
                    .generate(new CMSProcessableByteArray(entity), (OutputAEADEncryptor) encryptor)
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a content could not be sealed", e);
        }
    }

    private RecipientInfoGenerator recipient(X509Certificate certificate, boolean isOld)
            throws GeneralSecurityException, CMSException {
        if (certificate.getPublicKey() instanceof ECPublicKey curve) {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("EC", BC);
            maker.initialize(curve.getParams(), random);
            KeyPair once = maker.generateKeyPair();
            return new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP)
                    .addRecipient(certificate)
                    .setProvider(BC);
        }
        return (isOld
                        ? new JceKeyTransRecipientInfoGenerator(certificate)
                        : new JceKeyTransRecipientInfoGenerator(certificate, oaep()))
                .setProvider(BC);
    }

    private static AlgorithmIdentifier oaep() {
        var sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        var mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSAES_OAEP,
                new RSAESOAEPparams(sha256, mask, RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    }

    private static byte[] canonical(byte[] entity) {
        var canonical = new ByteArrayOutputStream(entity.length + 256);
        try (LineEnds lines = LineEnds.canonical(canonical)) {
            lines.write(entity);
            lines.finish();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return canonical.toByteArray();
    }

    private String word() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void base64(OutputStream out, byte[] bytes) {
        text(out, Base64.getMimeEncoder(64, CRLF).encodeToString(bytes));
    }

    private static void text(OutputStream out, String ascii) {
        try {
            out.write(ascii.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }
}
