package org.spocgateway.envelope;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** S/MIME (RFC 8551): sealed, signed with the content inside, signed with the content beside. */
final class SmimeLayers implements LayerReader {
    private static final Set<String> CMS = Set.of(
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature");
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature");
    private static final Set<String> FILES = Set.of("application/octet-stream", "application/pkcs7");
    private static final byte SEQUENCE = 0x30;

    private final Decryption decryption;
    private final Verification verification;

    SmimeLayers(Decryption decryption, Verification verification) {
        this.decryption = decryption;
        this.verification = verification;
    }

    @Override
    public Optional<Peeled> peel(Entity entity) throws CMSException {
        if (isCms(entity)) {
            return Optional.of(whole(info(entity)));
        }
        return isSigned(entity) ? Optional.of(beside(entity)) : Optional.empty();
    }

    private static boolean isCms(Entity entity) {
        String name = entity.parameter("name").orElse("").toLowerCase(Locale.ROOT);
        return CMS.contains(entity.type()) || (FILES.contains(entity.type()) && name.endsWith(".p7m"));
    }

    private static boolean isSigned(Entity entity) {
        String protocol = entity.parameter("protocol").orElse("").toLowerCase(Locale.ROOT);
        return entity.type().equals("multipart/signed") && (protocol.isEmpty() || SIGNATURES.contains(protocol));
    }

    private Peeled whole(ContentInfo info) throws CMSException {
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            return sealed(info);
        }
        CMSSignedData signed = new CMSSignedData(info);
        if (signed.isCertificateManagementMessage()) {
            return Peeled.stray(Verdict.NONE.with(Signature.NONE, List.of(Fault.CERTIFICATES_ONLY)));
        }
        if (signed.isDetachedSignature()) {
            return Peeled.stray(Verdict.invalid(Fault.BROKEN));
        }
        byte[] content = content(signed);
        return Peeled.signed(
                "signed-opaque", verification.judge(CmsSignature.over(content, signed)), Entity.inner(content));
    }

    private static ContentInfo info(Entity entity) {
        byte[] der;
        try {
            der = decoded(entity);
        } catch (IOException | MessagingException | RuntimeException e) {
            throw new UnreadableMail(Fault.NOT_CMS);
        }
        if (der.length == 0 || der[0] != SEQUENCE) {
            throw new UnreadableMail(Fault.NOT_CMS);
        }
        try {
            return ContentInfo.getInstance(der);
        } catch (RuntimeException e) {
            throw new UnreadableMail(Fault.DAMAGED);
        }
    }

    private Peeled sealed(ContentInfo info) {
        ASN1ObjectIdentifier type = info.getContentType();
        if (type.equals(CMSObjectIdentifiers.compressedData) || type.equals(CMSObjectIdentifiers.digestedData)) {
            throw new UnreadableMail(Fault.UNPARSABLE);
        }
        Decryption.Plain plain = decryption.take(info);
        return Peeled.sealed(plain.layer(), plain.key(), plain.isAuthenticated(), Entity.inner(plain.content()));
    }

    private static byte[] content(CMSSignedData signed) {
        return signed.getSignedContent().getContent() instanceof byte[] bytes ? bytes : new byte[0];
    }

    private Peeled beside(Entity entity) {
        List<byte[]> parts = entity.parts();
        if (parts.size() != 2) {
            return Peeled.stray(Verdict.invalid(Fault.BROKEN));
        }
        Entity signature = Entity.of(parts.get(1));
        Verdict verdict = SIGNATURES.contains(signature.type())
                ? detached(parts.get(0), signature)
                : Verdict.invalid(Fault.BROKEN);
        return Peeled.signed("signed", verdict, Entity.of(parts.get(0)));
    }

    /** Over the content with CR LF line ends, whatever the mailbox made of them. */
    private Verdict detached(byte[] content, Entity signature) {
        try {
            CMSSignedData signed = new CMSSignedData(decoded(signature));
            return signed.isDetachedSignature()
                    ? verification.judge(CmsSignature.over(LineEnds.forVerifying(content), signed))
                    : Verdict.invalid(Fault.CONTENT_TWICE);
        } catch (CMSException | IOException | MessagingException | RuntimeException e) {
            return Verdict.invalid(Fault.BROKEN);
        }
    }

    private static byte[] decoded(Entity entity) throws IOException, MessagingException {
        String encoding = entity.field("content-transfer-encoding").toLowerCase(Locale.ROOT);
        try (InputStream in =
                MimeUtility.decode(new ByteArrayInputStream(entity.body()), encoding.isEmpty() ? "7bit" : encoding)) {
            var out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
