package org.spocgateway.envelope;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Takes off layer after layer of one message until plain MIME is left; used once.
 *
 * <p>Only a layer that is the whole entity counts: a sealed or signed part beside other parts stays an attachment (EFAIL, and
 * footers of mailing lists).
 */
final class Unwrapping {
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
    private final Limits limits;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private Optional<String> key = Optional.empty();
    private int openBlocks;

    Unwrapping(Decryption decryption, Verification verification, Limits limits) {
        this.decryption = decryption;
        this.verification = verification;
        this.limits = limits;
    }

    /** @throws UnreadableMail if a layer cannot be taken off */
    Opened all(byte[] raw) throws CMSException, IOException, MessagingException {
        Entity entity = Entity.of(raw);
        for (Optional<Entity> next = Optional.of(entity); next.isPresent(); next = layer(entity)) {
            entity = next.get();
            if (layers.size() > limits.depth() || entity.bytes().length > limits.bytes()) {
                throw new UnreadableMail(Fault.TOO_LARGE);
            }
        }
        Verdict verdict = Verdict.ofAll(verdicts);
        return new Opened(
                entity.bytes(),
                List.copyOf(layers),
                key,
                verdict.signature(),
                verdict.signer(),
                openBlocks == 0,
                verdict.bound(),
                verdict.pinned(),
                verdict.findings());
    }

    private Optional<Entity> layer(Entity entity) throws CMSException, IOException, MessagingException {
        if (isCms(entity)) {
            return cms(entity);
        }
        if (entity.type().equals("multipart/signed")) {
            return signed(entity);
        }
        if (entity.type().equals("multipart/encrypted") || isInlinePgp(entity)) {
            throw new UnreadableMail(Fault.RECIPIENT);
        }
        return Optional.empty();
    }

    private static boolean isCms(Entity entity) {
        String name = entity.parameter("name").orElse("").toLowerCase(Locale.ROOT);
        return CMS.contains(entity.type()) || (FILES.contains(entity.type()) && name.endsWith(".p7m"));
    }

    private static boolean isInlinePgp(Entity entity) {
        byte[] start = java.util.Arrays.copyOf(entity.body(), 200);
        return entity.type().equals("text/plain")
                && new String(start, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .startsWith("-----BEGIN PGP MESSAGE-----");
    }

    private Optional<Entity> cms(Entity entity) throws CMSException {
        ContentInfo info = info(entity);
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            return Optional.of(decrypted(info));
        }
        CMSSignedData signed = new CMSSignedData(info);
        if (signed.isDetachedSignature() || signed.isCertificateManagementMessage()) {
            verdicts.add(
                    signed.isCertificateManagementMessage()
                            ? Verdict.NONE.with(Signature.NONE, List.of(Fault.CERTIFICATES_ONLY))
                            : Verdict.invalid(Fault.BROKEN));
            return Optional.empty();
        }
        note("signed-opaque", verification.judge(signed));
        return Optional.of(Entity.inner(content(signed)));
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

    private Entity decrypted(ContentInfo info) {
        ASN1ObjectIdentifier type = info.getContentType();
        if (type.equals(CMSObjectIdentifiers.compressedData) || type.equals(CMSObjectIdentifiers.digestedData)) {
            throw new UnreadableMail(Fault.UNPARSABLE);
        }
        Decryption.Plain plain = decryption.take(info);
        layers.add(plain.layer());
        key = key.isPresent() ? key : Optional.of(plain.key());
        openBlocks += plain.isAuthenticated() ? 0 : 1;
        return Entity.inner(plain.content());
    }

    private static byte[] content(CMSSignedData signed) {
        return signed.getSignedContent().getContent() instanceof byte[] bytes ? bytes : new byte[0];
    }

    private Optional<Entity> signed(Entity entity) {
        String protocol = entity.parameter("protocol").orElse("").toLowerCase(Locale.ROOT);
        List<byte[]> parts = entity.parts();
        if (!protocol.isEmpty() && !SIGNATURES.contains(protocol)) {
            verdicts.add(Verdict.undetermined(Fault.UNKNOWN_ALGORITHM));
            return Optional.empty();
        }
        if (parts.size() != 2) {
            verdicts.add(Verdict.invalid(Fault.BROKEN));
            return Optional.empty();
        }
        Entity signature = Entity.of(parts.get(1));
        note(
                "signed",
                SIGNATURES.contains(signature.type())
                        ? detached(parts.get(0), signature)
                        : Verdict.invalid(Fault.BROKEN));
        return Optional.of(Entity.of(parts.get(0)));
    }

    /** Over the content with CR LF line ends, whatever the mailbox made of them. */
    private Verdict detached(byte[] content, Entity signature) {
        try {
            byte[] der = decoded(signature);
            if (!new CMSSignedData(der).isDetachedSignature()) {
                return Verdict.invalid(Fault.CONTENT_TWICE);
            }
            return verification.judge(
                    new CMSSignedData(new CMSProcessableByteArray(LineEnds.forVerifying(content)), der));
        } catch (CMSException | IOException | MessagingException | RuntimeException e) {
            return Verdict.invalid(Fault.BROKEN);
        }
    }

    /** A valid signature proves every block-cipher layer around it: whoever changed one could not have made the other. */
    private void note(String kind, Verdict verdict) {
        layers.add(new Layer(kind, verdict.algorithm()));
        verdicts.add(verdict);
        openBlocks = verdict.signature() == Signature.VALID ? 0 : openBlocks;
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
