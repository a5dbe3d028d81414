package org.spocgateway.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The signatures of one CMS structure, and the digest of what was signed; the content itself has passed by already. */
final class CmsSignature {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private final CMSSignedData structure;
    private final DigestCalculatorProvider digests;

    private CmsSignature(CMSSignedData structure, DigestCalculatorProvider digests) {
        this.structure = structure;
        this.digests = digests;
    }

    /**
     * A signature over content in memory.
     *
     * @param signed with or without its content
     */
    static CmsSignature over(byte[] content, CMSSignedData signed) throws CMSException {
        var calculators = new JcaDigestCalculatorProviderBuilder().setProvider(BC);
        return new CmsSignature(without(content(signed), signed), algorithm -> {
            DigestCalculator calculator = calculators.build().get(algorithm);
            try (OutputStream out = calculator.getOutputStream()) {
                out.write(content);
            } catch (IOException e) {
                throw new OperatorCreationException("a digest does not fail", e);
            }
            return new Known(algorithm, calculator.getDigest());
        });
    }

    /** A digest that is known already; whatever is written into it changes nothing. */
    private record Known(AlgorithmIdentifier algorithm, byte[] digest) implements DigestCalculator {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getDigest() {
            return digest.clone();
        }
    }

    private static ASN1ObjectIdentifier content(CMSSignedData signed) {
        return new ASN1ObjectIdentifier(signed.getSignedContentTypeOID());
    }

    /** The same structure around an empty content, since the digest is known. */
    private static CMSSignedData without(ASN1ObjectIdentifier type, CMSSignedData signed) throws CMSException {
        SignedData data = SignedData.getInstance(signed.toASN1Structure().getContent());
        var empty = new SignedData(
                data.getDigestAlgorithms(),
                new ContentInfo(type, null),
                data.getCertificates(),
                data.getCRLs(),
                data.getSignerInfos());
        return new CMSSignedData(
                new CMSProcessableByteArray(type, new byte[0]),
                new ContentInfo(signed.toASN1Structure().getContentType(), empty));
    }

    /** Whoever signed. */
    Collection<SignerInformation> signers() {
        return structure.getSignerInfos().getSigners();
    }

    /** The certificates that came along; those that cannot be read are left out. */
    List<X509Certificate> certificates() {
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

    /** Whether the mathematics hold with this certificate's key: VALID, INVALID, or UNDETERMINED where they cannot be done. */
    Signature check(SignerInformation one, X509Certificate certificate) {
        try {
            var verifier = new SignerInformationVerifier(
                    new DefaultCMSSignatureAlgorithmNameGenerator(),
                    new DefaultSignatureAlgorithmIdentifierFinder(),
                    new JcaContentVerifierProviderBuilder().setProvider(BC).build(certificate.getPublicKey()),
                    digests);
            return one.verify(verifier) ? Signature.VALID : Signature.INVALID;
        } catch (CMSSignerDigestMismatchException e) {
            return Signature.INVALID;
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return Signature.UNDETERMINED;
        }
    }
}
