package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetStringParser;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1SetParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.jspecify.annotations.Nullable;
import org.spocgateway.envelope.mime.Metered;
import org.spocgateway.envelope.mime.TooLarge;

/**
 * A CMS structure (RFC 5652 section 3), read piece by piece: everything but the content itself is small, or it is refused.
 */
public final class Structure {
    /** What stands around the content: certificates, recipients, attributes. */
    private static final int AROUND_MOST = 1 << 22;

    private final Metered in;
    private final ContentInfoParser info;

    private Structure(Metered in, ContentInfoParser info) {
        this.in = in;
        this.info = info;
    }

    /**
     * Reads as far as the type.
     *
     * @return empty where not even the first byte is one of a structure
     * @throws Damaged if it does not go on like one
     */
    public static Optional<Structure> of(InputStream der) throws IOException {
        var metered = new Metered(der, AROUND_MOST);
        var first = new PushbackInputStream(metered);
        int tag = first.read();
        if (tag != (BERTags.CONSTRUCTED | BERTags.SEQUENCE)) {
            return Optional.empty();
        }
        first.unread(tag);
        return Optional.of(intact(() -> {
            var sequence = (ASN1SequenceParser) new ASN1StreamParser(first, AROUND_MOST).readObject();
            return new Structure(metered, new ContentInfoParser(sequence));
        }));
    }

    /** Something that is read from a structure. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Whatever a parser does on hostile bytes is {@link Damaged}. */
    static <T> T intact(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (TooLarge e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Damaged();
        }
    }

    public boolean isSigned() {
        return is(CMSObjectIdentifiers.signedData);
    }

    public boolean isSealed() {
        return is(CMSObjectIdentifiers.envelopedData) || isAuthenticated();
    }

    boolean isAuthenticated() {
        return is(CMSObjectIdentifiers.authEnvelopedData);
    }

    public boolean isCompressed() {
        return is(CMSObjectIdentifiers.compressedData);
    }

    private boolean is(ASN1ObjectIdentifier type) {
        return type.equals(info.getContentType());
    }

    ASN1SequenceParser content() throws IOException {
        return (ASN1SequenceParser) info.getContent(BERTags.SEQUENCE);
    }

    /** The content's bytes, of whatever size. */
    InputStream octets(@Nullable ASN1Encodable octets) throws IOException {
        if (octets instanceof ASN1OctetStringParser parser) {
            in.allowAll();
            return new Whole(parser.getOctetStream());
        }
        throw new Damaged();
    }

    /** How many bytes of what is left can be read without waiting for more; a guess at the size of the content. */
    int atHand() throws IOException {
        return in.available();
    }

    /** After the content: small again. */
    void passed() {
        in.allow(AROUND_MOST);
    }

    static @Nullable ASN1Set set(@Nullable ASN1SetParser parser) {
        return parser == null ? null : ASN1Set.getInstance(parser.toASN1Primitive());
    }
}
