package org.spocgateway.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.spocgateway.envelope.cms.CompressedContent;
import org.spocgateway.envelope.cms.Damaged;
import org.spocgateway.envelope.cms.Digests;
import org.spocgateway.envelope.cms.Providers;
import org.spocgateway.envelope.cms.SealedContent;
import org.spocgateway.envelope.cms.Signatures;
import org.spocgateway.envelope.cms.SignedContent;
import org.spocgateway.envelope.cms.Structure;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.LineEnds;
import org.spocgateway.envelope.mime.Parts;

/** S/MIME (RFC 8551): sealed, compressed, signed with the content inside, signed with the content beside. */
final class SmimeLayers implements LayerReader {
    private static final Set<String> CMS = Set.of(
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature");
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature");
    private static final Set<String> FILES = Set.of("application/octet-stream", "application/pkcs7");
    private static final int SIGNATURE_BYTES_MOST = 1 << 22;

    private final Decryption decryption;
    private final Verification verification;
    private final Limits limits;

    SmimeLayers(Decryption decryption, Verification verification, Limits limits) {
        this.decryption = decryption;
        this.verification = verification;
        this.limits = limits;
    }

    @Override
    public Optional<List<Peeled>> peel(Entity entity, Inside inside) throws Exception {
        if (isCms(entity)) {
            return Optional.of(whole(structure(entity), inside));
        }
        return isSigned(entity) ? Optional.of(beside(entity, inside)) : Optional.empty();
    }

    private static boolean isCms(Entity entity) {
        String name = entity.parameter("name").orElse("").toLowerCase(Locale.ROOT);
        return CMS.contains(entity.type()) || (FILES.contains(entity.type()) && name.endsWith(".p7m"));
    }

    private static boolean isSigned(Entity entity) {
        String protocol = entity.parameter("protocol").orElse("").toLowerCase(Locale.ROOT);
        return entity.type().equals("multipart/signed") && (protocol.isEmpty() || SIGNATURES.contains(protocol));
    }

    private static Structure structure(Entity entity) throws IOException {
        return Structure.of(entity.decoded()).orElseThrow(() -> new UnreadableMail(Fault.NOT_CMS));
    }

    private List<Peeled> whole(Structure structure, Inside inside) throws Exception {
        if (structure.isSealed()) {
            Decryption.Plain opened = decryption.open(SealedContent.of(structure));
            return opened.layer().around(toTheEnd(opened.plain(), inside));
        }
        if (structure.isCompressed()) {
            InputStream unpacked = CompressedContent.of(structure, limits.ratio());
            return Peeled.packed("compressed", "zlib").around(toTheEnd(unpacked, inside));
        }
        if (structure.isSigned()) {
            return within(SignedContent.of(structure), inside);
        }
        throw new UnreadableMail(Fault.ALGORITHM);
    }

    /**
     * Goes on inside and sees to it that the layer ends as it should, whatever came of that: a layer that was changed says so, and
     * not what its changed inside looked like.
     */
    private static List<Peeled> toTheEnd(InputStream plain, Inside inside) throws Exception {
        try {
            return inside.read(plain);
        } finally {
            plain.transferTo(OutputStream.nullOutputStream());
        }
    }

    private List<Peeled> within(SignedContent signed, Inside inside) throws Exception {
        if (signed.isDetached()) {
            boolean isEmpty = signed.signatures().signers().isEmpty();
            throw inside.leave(
                    isEmpty
                            ? Verdict.NONE.with(Signature.NONE, List.of(Fault.CERTIFICATES_ONLY))
                            : Verdict.invalid(Fault.BROKEN));
        }
        Digests digests = Digests.of(Providers.standard(), signed.digestAlgorithms());
        List<Peeled> inner = toTheEnd(Tee.of(signed.content(), digests), inside);
        Verdict verdict = verification.judge(new CmsSignature(signed.signatures(), digests));
        return Peeled.signed("signed-opaque", verdict).around(inner);
    }

    private List<Peeled> beside(Entity entity, Inside inside) throws Exception {
        Parts parts = entity.parts();
        Optional<InputStream> content = parts.next();
        if (content.isEmpty()) {
            throw inside.leave(Verdict.invalid(Fault.BROKEN));
        }
        Digests digests = digests(entity, inside.signature());
        // Over CR LF line ends, whatever the mailbox made of them.
        InputStream passing = Tee.of(content.get(), LineEnds.forVerifying(digests));
        List<Peeled> inner = inside.read(Entity.of(passing));
        passing.transferTo(OutputStream.nullOutputStream());
        Optional<InputStream> signature = parts.next();
        if (signature.isEmpty()) {
            throw inside.leave(Verdict.invalid(Fault.BROKEN));
        }
        Verdict verdict = detached(Entity.of(signature.get()), digests, inside);
        if (parts.next().isPresent()) {
            throw inside.leave(Verdict.invalid(Fault.BROKEN));
        }
        return Peeled.signed("signed", verdict).around(inner);
    }

    /** Those that are announced; on a second reading those that the signature turned out to need. */
    private static Digests digests(Entity entity, Optional<byte[]> signature) throws IOException {
        return signature.isPresent()
                ? Digests.of(
                        Providers.standard(),
                        needed(SignedContent.of(signature.get()).signatures()))
                : Digests.announced(
                        Providers.standard(), entity.parameter("micalg").orElse(""));
    }

    private static List<ASN1ObjectIdentifier> needed(Signatures signatures) {
        return signatures.signers().stream()
                .map(each -> each.getDigestAlgorithmID().getAlgorithm())
                .toList();
    }

    private Verdict detached(Entity part, Digests digests, Inside inside) throws IOException {
        if (!SIGNATURES.contains(part.type())) {
            return Verdict.invalid(Fault.BROKEN);
        }
        try {
            byte[] der = part.decoded().readNBytes(SIGNATURE_BYTES_MOST);
            SignedContent signed = SignedContent.of(der);
            if (!signed.isDetached()) {
                return Verdict.invalid(Fault.CONTENT_TWICE);
            }
            Signatures signatures = signed.signatures();
            if (!needed(signatures).stream().allMatch(digests::has)) {
                throw inside.again(der);
            }
            return verification.judge(new CmsSignature(signatures, digests));
        } catch (Damaged e) {
            return Verdict.invalid(Fault.BROKEN);
        }
    }
}
