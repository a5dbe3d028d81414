package org.spocgateway.envelope;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Thumbprint;

/**
 * Judges a signature over content that is already at hand.
 *
 * <p>VALID: exactly one signer, with signed attributes, digest and signature right, SHA-2 or SHA-3, RSA from 2048 or EC from 256
 * bits, a certificate made for mail and in its time, pinned for the sender or issued below our authority. INVALID: the mathematics
 * say no. Everything between (SHA-1 or MD5, a short key, an unknown or expired certificate, two signers) is UNDETERMINED: it proves
 * nothing, and a person is not told that anybody lied. The moment is the signing time the signer claims, not in the future; without one, now.
 */
final class Verification {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Trust trust;
    private final Pins pins;
    private final Optional<MailAddress> from;
    private final Clock clock;

    Verification(Trust trust, Pins pins, Optional<MailAddress> from, Clock clock) {
        this.trust = trust;
        this.pins = pins;
        this.from = from;
        this.clock = clock;
    }

    /** @param signed with its content, which for a detached signature was put in by the caller */
    Verdict judge(CMSSignedData signed) {
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            return Verdict.of(Signature.UNDETERMINED);
        }
        SignerInformation one = signers.iterator().next();
        List<X509Certificate> enclosed = enclosed(signed);
        Optional<X509Certificate> certificate = certificate(one, enclosed);
        try {
            return certificate.isEmpty() ? Verdict.of(Signature.UNDETERMINED) : judge(one, certificate.get(), enclosed);
        } catch (GeneralSecurityException e) {
            return Verdict.of(Signature.UNDETERMINED);
        }
    }

    private Verdict judge(SignerInformation one, X509Certificate certificate, List<X509Certificate> enclosed)
            throws GeneralSecurityException {
        List<MailAddress> addresses = CertificateAddresses.of(certificate);
        Signer signer = new Signer(Thumbprint.of(certificate.getEncoded()), addresses);
        boolean isPinned = from.isPresent() && pins.has(from.get(), certificate);
        boolean isBound = from.isPresent() && addresses.contains(from.get());
        Optional<String> digest = Strength.digest(one.getDigestAlgOID());
        String algorithm =
                digest.orElse("outdated") + "with" + certificate.getPublicKey().getAlgorithm();
        Verdict verdict = new Verdict(Signature.UNDETERMINED, Optional.of(signer), isBound, isPinned, algorithm);
        Signature mathematics = mathematics(one, certificate);
        if (mathematics != Signature.VALID) {
            return verdict.with(mathematics);
        }
        Instant at = signingTime(one).orElse(clock.instant());
        boolean isProof = digest.isPresent()
                && one.getSignedAttributes() != null
                && !at.isAfter(clock.instant().plus(CLOCKS_DIFFER))
                && Trust.mayMark(certificate, at)
                && (isPinned || trust.isIssued(certificate, enclosed, at));
        return isProof ? verdict.with(Signature.VALID) : verdict;
    }

    private static Signature mathematics(SignerInformation one, X509Certificate certificate) {
        try {
            var verifier =
                    new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(certificate.getPublicKey());
            return one.verify(verifier) ? Signature.VALID : Signature.INVALID;
        } catch (CMSSignerDigestMismatchException e) {
            return Signature.INVALID;
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return Signature.UNDETERMINED;
        }
    }

    private Optional<X509Certificate> certificate(SignerInformation one, List<X509Certificate> enclosed) {
        List<X509Certificate> known = new ArrayList<>(enclosed);
        known.addAll(pins.certificates());
        return known.stream().filter(candidate -> isOf(one, candidate)).findFirst();
    }

    private static boolean isOf(SignerInformation one, X509Certificate candidate) {
        try {
            return one.getSID().match(new JcaX509CertificateHolder(candidate));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<X509Certificate> enclosed(CMSSignedData signed) {
        var converter = new JcaX509CertificateConverter();
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            try {
                all.add(converter.getCertificate(holder));
            } catch (GeneralSecurityException | RuntimeException e) {
                continue;
            }
        }
        return all;
    }

    private static Optional<Instant> signingTime(SignerInformation one) {
        AttributeTable table = one.getSignedAttributes();
        ASN1ObjectIdentifier kind = CMSAttributes.signingTime;
        Attribute time = table == null ? null : table.get(kind);
        return time == null || time.getAttrValues().size() == 0
                ? Optional.empty()
                : Optional.of(Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant());
    }
}
