package org.spocgateway.envelope.cms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.AuthEnvelopedDataParser;
import org.bouncycastle.asn1.cms.EncryptedContentInfoParser;
import org.bouncycastle.asn1.cms.EnvelopedDataParser;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.spocgateway.envelope.mime.Blocks;
import org.spocgateway.envelope.mime.TooLarge;

/**
 * Enveloped-data or auth-enveloped-data (RFC 5652, RFC 5083), read up to its encrypted content.
 *
 * <p>How the content is decrypted follows from the structure alone; a recipient entry gives a key and nothing else. So no entry can
 * ever make authenticated content come out unchecked.
 */
public final class SealedContent {
    /** Up to here the content is decrypted whole, and a wrong tag shows before anything is read. */
    public static final int WHOLE_MOST = 4 << 20;

    private static final int LEAST = 1 << 13;

    private final Structure structure;
    private final boolean isAuthenticated;
    private final ASN1Set recipients;
    private final AlgorithmIdentifier algorithm;
    private final InputStream encrypted;
    private final PlainStream.End end;

    private SealedContent(
            Structure structure,
            boolean isAuthenticated,
            ASN1Set recipients,
            EncryptedContentInfoParser content,
            PlainStream.End end)
            throws IOException {
        this.structure = structure;
        this.isAuthenticated = isAuthenticated;
        this.recipients = recipients;
        this.algorithm = content.getContentEncryptionAlgorithm();
        this.encrypted = structure.octets(content.getEncryptedContent(BERTags.OCTET_STRING));
        this.end = end;
    }

    /** @throws Damaged if the structure is */
    public static SealedContent of(Structure structure) throws IOException {
        return Structure.intact(() -> structure.isAuthenticated() ? authenticated(structure) : enveloped(structure));
    }

    private static SealedContent enveloped(Structure structure) throws IOException {
        var data = new EnvelopedDataParser(structure.content());
        data.getOriginatorInfo();
        ASN1Set recipients = ASN1Set.getInstance(data.getRecipientInfos().toASN1Primitive());
        return new SealedContent(
                structure, false, recipients, data.getEncryptedContentInfo(), () -> PlainStream.Trailer.NONE);
    }

    private static SealedContent authenticated(Structure structure) throws IOException {
        var data = new AuthEnvelopedDataParser(structure.content());
        data.getOriginatorInfo();
        ASN1Set recipients = ASN1Set.getInstance(data.getRecipientInfos().toASN1Primitive());
        return new SealedContent(structure, true, recipients, data.getAuthEncryptedContentInfo(), () -> {
            ASN1Set attributes = Structure.set(data.getAuthAttrs());
            byte[] bound = attributes == null ? new byte[0] : attributes.getEncoded(ASN1Encoding.DER);
            return new PlainStream.Trailer(bound, data.getMac().getOctets());
        });
    }

    /** Whether the layer itself proves that nobody changed it. */
    public boolean isAuthenticated() {
        return isAuthenticated;
    }

    /** The content's cipher as shown, such as {@code AES-256-GCM}; empty for one that we do not read. */
    public Optional<String> cipherName() {
        return cipher().map(ContentCipher::name);
    }

    private Optional<ContentCipher> cipher() {
        try {
            return isAuthenticated ? ContentCipher.tagged(algorithm) : ContentCipher.block(algorithm);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    ASN1Set recipients() {
        return recipients;
    }

    /** Whether a key is of the length that the cipher takes. */
    public boolean fits(byte[] key) {
        return cipher().filter(cipher -> cipher.fits(key)).isPresent();
    }

    /**
     * The content, once.
     *
     * <p>Large content comes out before its tag was seen: it is genuine only when the stream has come to its end. Whatever is wrong
     * with it is {@link Damaged}, now or then, and again at every later reading.
     */
    public InputStream plain(Providers providers, byte[] key) throws IOException {
        ContentCipher cipher = cipher().orElseThrow(Damaged::new);
        var start = new Start(structure.atHand());
        start.read(encrypted);
        if (start.length <= WHOLE_MOST) {
            return Blocks.of(whole(providers, cipher, key, start));
        }
        if (!cipher.isStreamed()) {
            throw new TooLarge("a content that can only be decrypted whole");
        }
        try {
            PlainStream.Engine engine = isAuthenticated
                    ? new PlainStream.Counter(cipher, key)
                    : new PlainStream.Chain(cipher.ready(providers, key));
            return new PlainStream(
                    new SequenceInputStream(new ByteArrayInputStream(start.bytes, 0, start.length), encrypted),
                    engine,
                    this::trailer);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Damaged();
        }
    }

    /** The beginning of the encrypted content, mostly all of it. */
    private static final class Start {
        private byte[] bytes;
        private int length;

        /** @param expected how much there may be, so that the bytes need not be copied while they are read */
        Start(int expected) {
            bytes = new byte[Math.min(WHOLE_MOST + 1, Math.max(LEAST, expected))];
        }

        void read(InputStream encrypted) throws IOException {
            for (int read = 0; read >= 0 && length <= WHOLE_MOST; ) {
                makeRoom(1);
                read = encrypted.read(bytes, length, bytes.length - length);
                length += Math.max(0, read);
            }
        }

        void add(byte[] tag) {
            makeRoom(tag.length);
            System.arraycopy(tag, 0, bytes, length, tag.length);
            length += tag.length;
        }

        private void makeRoom(int more) {
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, length + Math.max(more, Math.min(length, WHOLE_MOST + 1 - length)));
            }
        }
    }

    private byte[] whole(Providers providers, ContentCipher cipher, byte[] key, Start encrypted) throws Damaged {
        try {
            PlainStream.Trailer trailer = trailer();
            Cipher ready = cipher.ready(providers, key);
            if (isAuthenticated) {
                if (trailer.tag().length != cipher.tagBytes()) {
                    throw new Damaged();
                }
                ready.updateAAD(trailer.bound());
                encrypted.add(trailer.tag());
            }
            return ready.doFinal(encrypted.bytes, 0, encrypted.length);
        } catch (GeneralSecurityException | RuntimeException | IOException e) {
            throw new Damaged();
        }
    }

    private PlainStream.Trailer trailer() throws IOException {
        structure.passed();
        return end.read();
    }
}
