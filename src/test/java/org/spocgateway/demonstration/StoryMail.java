package org.spocgateway.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.spocgateway.DemonstrationPki;

/** Writes a mail of the story as bytes: plain, signed, or signed and sealed (S/MIME). */
final class StoryMail {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final DemonstrationPki pki;

    StoryMail(DemonstrationPki pki) {
        this.pki = pki;
    }

    byte[] write(Story mail, String caseReference, String requestReference) {
        try {
            var out = new ByteArrayOutputStream();
            out.write(crlf(head(mail, caseReference, requestReference)));
            out.write(entity(mail, caseReference, requestReference));
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(Story mail, String caseReference, String requestReference) {
        var head = new StringBuilder();
        head.append("From: ").append(mail.text("from")).append('\n');
        head.append("To: ").append(mail.text("to")).append('\n');
        head.append("Subject: ")
                .append(fill(mail.text("subject"), caseReference, requestReference))
                .append('\n');
        head.append("Date: Tue, 24 Nov 2026 09:12:00 +0000\n");
        head.append("Message-ID: <").append(UUID.randomUUID()).append("@story.example>\n");
        head.append("MIME-Version: 1.0\n");
        if (mail.has("importance")) {
            head.append("Importance: ").append(mail.text("importance")).append('\n');
        }
        if (mail.has("headers")) {
            Story headers = mail.part("headers");
            headers.names()
                    .forEach(name -> head.append(name)
                            .append(": ")
                            .append(headers.text(name))
                            .append('\n'));
        }
        return head.toString();
    }

    private byte[] entity(Story mail, String caseReference, String requestReference)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        byte[] entity = crlf(readable(mail, caseReference, requestReference));
        if (mail.has("signed-by")) {
            entity = signed(entity, pki.identity(mail.text("signed-by")));
        }
        return mail.has("sealed-to") ? sealed(entity, pki.identity(mail.text("sealed-to"))) : entity;
    }

    private static String readable(Story mail, String caseReference, String requestReference) {
        String subject = mail.has("inner-subject")
                ? "Subject: " + fill(mail.text("inner-subject"), caseReference, requestReference) + "\n"
                : "";
        // RFC 9788: without the mark a subject inside is none
        String mark = mail.has("inner-subject") ? "; hp=\"cipher\"" : "";
        String text = "Content-Type: text/plain; charset=utf-8" + (mail.has("attachments") ? "" : mark)
                + "\nContent-Transfer-Encoding: 8bit\n\n"
                + fill(mail.text("text"), caseReference, requestReference);
        if (!mail.has("attachments")) {
            return subject + text;
        }
        byte[] form = new byte[Integer.parseInt(mail.text("attachment-kilobytes", "1")) * 768];
        java.util.Arrays.fill(form, (byte) ' ');
        return subject + "Content-Type: multipart/mixed; boundary=story" + mark + "\n\n--story\n" + text
                + mail.list("attachments").stream()
                        .map(name -> attachment(name, form))
                        .collect(Collectors.joining())
                + "\n--story--\n";
    }

    private static String attachment(String name, byte[] form) {
        return "\n--story\nContent-Type: application/pdf; name=\"" + name + "\"\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n"
                + "Content-Transfer-Encoding: base64\n\n" + base64(form);
    }

    private static byte[] signed(byte[] entity, DemonstrationPki.Identity signer)
            throws GeneralSecurityException, CMSException, OperatorCreationException, IOException {
        var generator = new CMSSignedDataGenerator();
        String algorithm =
                signer.keys().getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .build(algorithm, signer.keys().getPrivate(), signer.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
        byte[] signature =
                generator.generate(new CMSProcessableByteArray(entity), false).getEncoded();
        var out = new ByteArrayOutputStream();
        out.write(crlf("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;"
                + " boundary=signed\n\n--signed\n"));
        out.write(entity);
        out.write(crlf("\n--signed\nContent-Type: application/pkcs7-signature; name=smime.p7s\n"
                + "Content-Transfer-Encoding: base64\n\n" + base64(signature) + "\n--signed--\n"));
        return out.toByteArray();
    }

    private static byte[] sealed(byte[] entity, DemonstrationPki.Identity to)
            throws GeneralSecurityException, CMSException, IOException {
        var generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient(to));
        var encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM).build();
        byte[] sealed = generator
                .generate(new CMSProcessableByteArray(entity), encryptor)
                .getEncoded();
        return crlf("Content-Type: application/pkcs7-mime; smime-type=authEnveloped-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n" + base64(sealed) + "\n");
    }

    private static RecipientInfoGenerator recipient(DemonstrationPki.Identity to)
            throws GeneralSecurityException, CMSException {
        if (to.certificate().getPublicKey().getAlgorithm().equals("RSA")) {
            return new JceKeyTransRecipientInfoGenerator(to.certificate());
        }
        var maker = java.security.KeyPairGenerator.getInstance("EC");
        maker.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
        var once = maker.generateKeyPair();
        var agree = new JceKeyAgreeRecipientInfoGenerator(
                CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP);
        agree.addRecipient(to.certificate());
        return agree.setProvider(BOUNCY_CASTLE);
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    }

    private static String fill(String text, String caseReference, String requestReference) {
        return text.replace("{case}", caseReference).replace("{request}", requestReference);
    }

    private static byte[] crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
