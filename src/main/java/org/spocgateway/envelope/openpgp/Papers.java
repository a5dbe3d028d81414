package org.spocgateway.envelope.openpgp;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentSignature;
import org.bouncycastle.openpgp.api.OpenPGPDefaultPolicy;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.pgpainless.algorithm.PublicKeyAlgorithm;
import org.pgpainless.policy.Policy;
import org.pgpainless.policy.Policy.PublicKeyAlgorithmPolicy;
import org.pgpainless.signature.consumer.CertificateValidator;

/**
 * Whether a certificate's own signatures let one of its keys sign: then, when it signed, and now.
 *
 * <p>Both must agree: PGPainless, and BouncyCastle's certificate. Version 6 is not known to PGPainless 1.7, there BouncyCastle decides
 * alone.
 */
final class Papers {
    private static final int VERSION_OF_PGPAINLESS = 4;

    private final Clock clock;
    private final Policy policy = policy();

    Papers(Clock clock) {
        this.clock = clock;
    }

    private static Policy policy() {
        var policy = new Policy();
        policy.setPublicKeyAlgorithmPolicy(new PublicKeyAlgorithmPolicy(Map.of(
                PublicKeyAlgorithm.RSA_GENERAL, 2048,
                PublicKeyAlgorithm.RSA_SIGN, 2048,
                PublicKeyAlgorithm.ECDSA, 250,
                PublicKeyAlgorithm.EDDSA_LEGACY, 250)));
        return policy;
    }

    /** VALID, EXPIRED, REVOKED or UNFIT_KEY; the signature is already known to be right. */
    Judgement of(PGPSignature signature, byte[] content, PinnedKeys.Candidate by) {
        Instant made = signature.getCreationTime().toInstant();
        var certificate = certificate(by.pin().certificate());
        OpenPGPComponentKey key = certificate.getKey(by.key().getKeyIdentifier());
        if (isRevoked(certificate.getPrimaryKey()) || isRevoked(key)) {
            return Judgement.REVOKED;
        }
        if (hasRunOut(signature, certificate, key, made)) {
            return Judgement.EXPIRED;
        }
        boolean isFit = isFit(key, made) && isFit(key, clock.instant());
        boolean isOld = by.key().getVersion() == VERSION_OF_PGPAINLESS;
        return isFit && (!isOld || isBelieved(signature, content, by)) ? Judgement.VALID : Judgement.UNFIT_KEY;
    }

    /** Whether any key of a certificate may sign at that moment. */
    static boolean maySign(PGPPublicKeyRing ring, Instant at) {
        var certificate = certificate(ring);
        return !isRevoked(certificate.getPrimaryKey())
                && !isOver(certificate.getPrimaryKey(), at)
                && certificate.getKeys().stream()
                        .anyMatch(key -> isFit(key, at)
                                && !isRevoked(key)
                                && !isOver(key, at)
                                && Strong.signing(key.getAlgorithm()).isPresent()
                                && Strong.isLongEnough(key.getPGPPublicKey()));
    }

    private static OpenPGPCertificate certificate(PGPPublicKeyRing ring) {
        return new OpenPGPCertificate(ring, new BcOpenPGPImplementation(), new OpenPGPDefaultPolicy());
    }

    private static boolean isFit(OpenPGPComponentKey key, Instant at) {
        Date date = Date.from(at);
        return key.isBoundAt(date) && key.isSigningKey(date);
    }

    /** PGPainless is given the digest, not the content: reading by itself it loses the CR of a line end (1.7.5). */
    private boolean isBelieved(PGPSignature signature, byte[] content, PinnedKeys.Candidate by) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), by.key());
            signature.update(content);
            return CertificateValidator.validateCertificateAndVerifyInitializedSignature(
                    signature, by.pin().certificate(), policy);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isRevoked(OpenPGPComponentKey key) {
        PGPPublicKey raw = key.getPGPPublicKey();
        return raw.hasRevocation();
    }

    private boolean hasRunOut(
            PGPSignature signature, OpenPGPCertificate certificate, OpenPGPComponentKey key, Instant made) {
        long lasts = signature.getHashedSubPackets().getSignatureExpirationTime();
        return (lasts > 0 && made.plusSeconds(lasts).isBefore(clock.instant()))
                || hasRunOut(certificate.getPrimaryKey(), made)
                || hasRunOut(key, made);
    }

    private boolean hasRunOut(OpenPGPComponentKey key, Instant made) {
        return isOver(key, made) || isOver(key, clock.instant());
    }

    private static boolean isOver(OpenPGPComponentKey key, Instant at) {
        OpenPGPComponentSignature bound = key.getLatestSelfSignature(Date.from(at));
        if (bound == null) {
            return false;
        }
        Date end = key.getKeyExpirationDateAt(Date.from(at));
        return end != null && end.toInstant().isBefore(at);
    }
}
