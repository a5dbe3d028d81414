package org.spocgateway.envelope.cms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignedDataParser;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** Signed-data (RFC 5652 section 5), read up to its content; what was signed may stand beside it or in it. */
public final class SignedContent {
    private final Structure structure;
    private final SignedDataParser data;
    private final ASN1Set algorithms;
    private final ASN1ObjectIdentifier type;
    private final @Nullable ASN1Encodable octets;

    private SignedContent(Structure structure, SignedDataParser data) throws IOException {
        this.structure = structure;
        this.data = data;
        this.algorithms = ASN1Set.getInstance(data.getDigestAlgorithms().toASN1Primitive());
        ContentInfoParser content = data.getEncapContentInfo();
        this.type = content.getContentType();
        this.octets = content.getContent(BERTags.OCTET_STRING);
    }

    /** @throws Damaged if the structure is */
    public static SignedContent of(Structure structure) throws IOException {
        return Structure.intact(() -> new SignedContent(structure, SignedDataParser.getInstance(structure.content())));
    }

    /** A structure in memory. */
    public static SignedContent of(byte[] der) throws IOException {
        return of(Structure.of(new ByteArrayInputStream(der))
                .filter(Structure::isSigned)
                .orElseThrow(Damaged::new));
    }

    /** Whether the content stands elsewhere. */
    public boolean isDetached() {
        return octets == null;
    }

    /** The algorithms that the structure announces for its signers. */
    public List<ASN1ObjectIdentifier> digestAlgorithms() throws IOException {
        return Structure.intact(() -> {
            List<ASN1ObjectIdentifier> all = new ArrayList<>();
            for (ASN1Encodable each : algorithms) {
                all.add(AlgorithmIdentifier.getInstance(each).getAlgorithm());
            }
            return all;
        });
    }

    /** The content, once. */
    public InputStream content() throws IOException {
        return structure.octets(octets);
    }

    /**
     * Certificates and signers, which stand behind the content.
     *
     * @throws Damaged if they are
     */
    public Signatures signatures() throws IOException {
        structure.passed();
        return Structure.intact(() -> {
            ASN1Set certificates = Structure.set(data.getCertificates());
            ASN1Set lists = Structure.set(data.getCrls());
            ASN1Set signers = ASN1Set.getInstance(data.getSignerInfos().toASN1Primitive());
            return new Signatures(
                    new SignedData(algorithms, new ContentInfo(type, null), certificates, lists, signers));
        });
    }
}
