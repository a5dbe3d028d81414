package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** The signers and certificates of one structure; the content has passed by already. */
public final class Signatures {
    private static final DefaultCMSSignatureAlgorithmNameGenerator NAMES =
            new DefaultCMSSignatureAlgorithmNameGenerator();
    private static final DefaultSignatureAlgorithmIdentifierFinder ALGORITHMS =
            new DefaultSignatureAlgorithmIdentifierFinder();

    private final CMSSignedData structure;

    Signatures(SignedData data) throws IOException {
        try {
            var nothing = new CMSProcessableByteArray(data.getEncapContentInfo().getContentType(), new byte[0]);
            structure = new CMSSignedData(nothing, new ContentInfo(CMSObjectIdentifiers.signedData, data));
        } catch (CMSException e) {
            throw new IOException("a damaged CMS structure", e);
        }
    }

    /** Whoever signed. */
    public Collection<SignerInformation> signers() {
        return structure.getSignerInfos().getSigners();
    }

    /** The certificates that came along; those that cannot be read are left out. */
    public List<X509Certificate> certificates() {
        var converter = new JcaX509CertificateConverter();
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder holder : structure.getCertificates().getMatches(null)) {
            try {
                all.add(converter.getCertificate(holder));
            } catch (GeneralSecurityException | RuntimeException e) {
                continue;
            }
        }
        return all;
    }

    /**
     * Whether the mathematics hold: the digest of the content, and the signature with this key.
     *
     * @return empty where they cannot be done: an unknown algorithm, or a signature that needs the content itself
     */
    public static Optional<Boolean> check(SignerInformation one, PublicKey key, Digests digests, Providers providers) {
        Optional<byte[]> digest = digests.of(one.getDigestAlgorithmID().getAlgorithm());
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        if (one.getSignedAttributes() == null) {
            return BareSignature.check(one, key, digest.get());
        }
        try {
            return Optional.of(one.verify(new SignerInformationVerifier(
                    NAMES,
                    ALGORITHMS,
                    new Verifiers(providers, key),
                    algorithm -> new Known(algorithm, digest.get()))));
        } catch (CMSSignerDigestMismatchException e) {
            return Optional.of(false);
        } catch (CMSException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
