package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
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
import org.spocgateway.envelope.mime.Gathered;
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
        var start = new Gathered(structure.atHand());
        start.readFrom(encrypted, WHOLE_MOST);
        if (start.size() <= WHOLE_MOST) {
            return Blocks.of(whole(providers, cipher, key, start));
        }
        if (!cipher.isStreamed()) {
            throw new TooLarge("a content that can only be decrypted whole");
        }
        try {
            PlainStream.Engine engine = PlainStream.engine(cipher, providers, key);
            return new PlainStream(start.followedBy(encrypted), engine, this::trailer);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Damaged();
        }
    }

    private byte[] whole(Providers providers, ContentCipher cipher, byte[] key, Gathered encrypted) throws Damaged {
        try {
            PlainStream.Trailer trailer = trailer();
            Cipher ready = cipher.ready(providers, key);
            if (isAuthenticated) {
                if (trailer.tag().length != cipher.tagBytes()) {
                    throw new Damaged();
                }
                ready.updateAAD(trailer.bound());
                encrypted.write(trailer.tag(), 0, cipher.tagBytes());
            }
            byte[] whole = encrypted.joined();
            return ready.doFinal(whole, 0, encrypted.size());
        } catch (GeneralSecurityException | RuntimeException | IOException e) {
            throw new Damaged();
        }
    }

    private PlainStream.Trailer trailer() throws IOException {
        structure.passed();
        return end.read();
    }
}
