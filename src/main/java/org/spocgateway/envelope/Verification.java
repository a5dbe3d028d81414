package org.spocgateway.envelope;

import java.math.BigInteger;
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
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.spocgateway.envelope.cms.SigningTime;

/**
 * Judges a signature over content that has passed by already.
 *
 * <p>INVALID: the mathematics say no. UNDETERMINED: they say yes, or cannot be done, but something keeps the signature from proving
 * anything, and a person is not told that anybody lied. VALID: exactly one signer, with signed attributes, by strong algorithms, with a
 * certificate that may sign mail, now and at the signing time, pinned for the sender or issued below our authority and not withdrawn.
 * Each cause is a {@link Fault} of its own. The signing time is what the signer claims, so it can only make things worse.
 */
final class Verification {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Trust trust;
    private final Signers signers;
    private final Binding binding;
    private final Clock clock;

    Verification(Trust trust, Signers signers, Binding binding, Clock clock) {
        this.trust = trust;
        this.signers = signers;
        this.binding = binding;
        this.clock = clock;
    }

    Verdict judge(CmsSignature signature) {
        Collection<SignerInformation> signers = signature.signers();
        if (signers.size() != 1) {
            return Verdict.undetermined(Fault.SEVERAL_SIGNERS);
        }
        SignerInformation one = signers.iterator().next();
        List<X509Certificate> enclosed = signature.certificates();
        try {
            Optional<Checked> checked = checked(signature, one, enclosed);
            return checked.isEmpty() ? Verdict.undetermined(Fault.NO_CERTIFICATE) : judge(one, checked.get(), enclosed);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Verdict.undetermined(Fault.UNKNOWN_ALGORITHM);
        }
    }

    /** The certificate that the mathematics were done with, and what they said. */
    private record Checked(X509Certificate certificate, Signature mathematics, Optional<Fault> fault) {}

    /** With the first certificate of the signer's identifier that fits: several may share issuer and serial number. */
    private Optional<Checked> checked(CmsSignature signature, SignerInformation one, List<X509Certificate> enclosed) {
        Optional<Checked> first = Optional.empty();
        for (List<X509Certificate> some : List.of(enclosed, binding.certificates())) {
            for (X509Certificate candidate : some) {
                if (isOf(one, candidate)) {
                    Checked checked = mathematics(signature.check(one, candidate), candidate);
                    if (checked.mathematics() == Signature.VALID) {
                        return Optional.of(checked);
                    }
                    first = first.isPresent() ? first : Optional.of(checked);
                }
            }
        }
        return first;
    }

    private Verdict judge(SignerInformation one, Checked checked, List<X509Certificate> enclosed)
            throws GeneralSecurityException {
        X509Certificate certificate = checked.certificate();
        Signer signer = signers.of(certificate);
        Binding.Claim claim = binding.of(certificate, signer.addresses());
        String algorithm = Strength.digest(one.getDigestAlgOID()).orElse("outdated") + "with"
                + certificate.getPublicKey().getAlgorithm();
        var verdict = new Verdict(
                checked.mathematics(), Optional.of(signer), claim.bound(), claim.pinned(), algorithm, List.of());
        if (checked.fault().isPresent()) {
            return verdict.with(checked.mathematics(), List.of(checked.fault().get()));
        }
        Optional<Instant> signedAt = signingTime(one);
        List<Fault> found = new ArrayList<>(ofSignature(one, signedAt));
        found.addAll(trust.ofSigner(certificate, signedAt.orElse(clock.instant()), clock.instant()));
        Trust.Chain chain = trust.chain(certificate, enclosed, clock.instant());
        boolean pinned = claim.pinned() || binding.issues(chain, claim);
        found.addAll(claim.pinned() ? chain.againstPinned() : chain.findings());
        boolean proves = found.stream().allMatch(fault -> fault == Fault.REVOCATION_UNKNOWN);
        found.addAll(binding.findings(claim, pinned, proves));
        Signature signature = proves ? Signature.VALID : Signature.UNDETERMINED;
        return new Verdict(signature, Optional.of(signer), claim.bound(), pinned, algorithm, List.copyOf(found));
    }

    private List<Fault> ofSignature(SignerInformation one, Optional<Instant> signedAt) {
        List<Fault> found = new ArrayList<>();
        if (Strength.digest(one.getDigestAlgOID()).isEmpty()) {
            found.add(Strength.isOutdatedDigest(one.getDigestAlgOID()) ? Fault.WEAK_DIGEST : Fault.UNKNOWN_ALGORITHM);
        }
        if (Strength.isOutdatedSignature(one.getEncryptionAlgOID())) {
            found.add(Fault.WEAK_DIGEST);
        }
        if (one.getSignedAttributes() == null) {
            found.add(Fault.BARE_SIGNATURE);
        }
        signedAt.filter(at -> at.isAfter(clock.instant().plus(CLOCKS_DIFFER)))
                .ifPresent(ahead -> found.add(Fault.SIGNED_AHEAD));
        return found;
    }

    private static Checked mathematics(Signature came, X509Certificate certificate) {
        Optional<Fault> fault = switch (came) {
            case VALID -> Optional.empty();
            case INVALID -> Optional.of(Fault.BROKEN);
            default -> Optional.of(Fault.UNKNOWN_ALGORITHM);
        };
        return new Checked(certificate, came, fault);
    }

    private static boolean isOf(SignerInformation one, X509Certificate candidate) {
        BigInteger number = one.getSID().getSerialNumber();
        if (number != null && !number.equals(candidate.getSerialNumber())) {
            return false;
        }
        try {
            return one.getSID().match(new JcaX509CertificateHolder(candidate));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Optional<Instant> signingTime(SignerInformation one) {
        AttributeTable table = one.getSignedAttributes();
        ASN1ObjectIdentifier kind = CMSAttributes.signingTime;
        Attribute time = table == null ? null : table.get(kind);
        return time == null || time.getAttrValues().size() == 0
                ? Optional.empty()
                : Optional.of(SigningTime.of(time.getAttrValues().getObjectAt(0)));
    }
}
