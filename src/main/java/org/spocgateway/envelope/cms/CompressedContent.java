package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CompressedDataParser;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.spocgateway.envelope.mime.Metered;
import org.spocgateway.envelope.mime.TooLarge;

/** Compressed-data (RFC 3274): unpacked as it is read, as long as it stays in proportion to what came. */
public final class CompressedContent {
    /** Content up to here may be as well packed as it will. */
    private static final int ALWAYS = 1 << 20;

    private CompressedContent() {}

    /**
     * The content.
     *
     * @param ratio how many bytes may come out for each that goes in; more is {@link TooLarge}
     */
    public static InputStream of(Structure structure, int ratio) throws IOException {
        return Structure.intact(() -> {
            var data = new CompressedDataParser(structure.content());
            ASN1ObjectIdentifier algorithm =
                    data.getCompressionAlgorithmIdentifier().getAlgorithm();
            if (!algorithm.equals(PKCSObjectIdentifiers.id_alg_zlibCompress)) {
                throw new Damaged();
            }
            InputStream packed = structure.octets(data.getEncapContentInfo().getContent(BERTags.OCTET_STRING));
            return new Whole(new Unpacked(new Metered(packed, Long.MAX_VALUE), ratio));
        });
    }

    private static final class Unpacked extends Metered {
        private final Metered packed;
        private final int ratio;

        Unpacked(Metered packed, int ratio) {
            super(new InflaterInputStream(packed), Long.MAX_VALUE);
            this.packed = packed;
            this.ratio = ratio;
        }

        @Override
        protected void note(int read) throws TooLarge {
            super.note(read);
            if (count() > ALWAYS && count() / ratio > packed.count()) {
                throw new TooLarge("a compressed content");
            }
        }
    }
}
