package org.spocgateway.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.spocgateway.envelope.Revocation.Status;

/**
 * Asks one configured responder about certificates of one issuer (RFC 6960). Only a fresh answer counts that the issuer signed, or
 * somebody to whom the issuer gave a certificate for nothing but that.
 */
public final class OcspResponder {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration WITHOUT_AN_END = Duration.ofDays(1);

    /** The wire to the responder: one request, one answer, with a time limit of its own. */
    public interface Line {
        byte[] ask(byte[] request) throws IOException;
    }

    private final X509Certificate issuer;
    private final Line line;
    private final SecureRandom random;

    /** @param issuer whose certificates it knows */
    public OcspResponder(X509Certificate issuer, Line line, SecureRandom random) {
        this.issuer = issuer;
        this.line = line;
        this.random = random;
    }

    X509Certificate issuer() {
        return issuer;
    }

    Status status(X509Certificate certificate, Instant now) {
        try {
            DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(BC)
                    .build()
                    .get(CertificateID.HASH_SHA1); // names the issuer only; RFC 5019 responders know no other
            var id = new CertificateID(sha1, new JcaX509CertificateHolder(issuer), certificate.getSerialNumber());
            byte[] nonce = new byte[16];
            random.nextBytes(nonce);
            var answer = new OCSPResp(line.ask(request(id, nonce)));
            return answer.getStatus() == OCSPResp.SUCCESSFUL
                            && answer.getResponseObject() instanceof BasicOCSPResp basic
                    ? status(basic, id, nonce, now)
                    : Status.unknown(now);
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | org.bouncycastle.cert.CertException
                | RuntimeException e) {
            return Status.unknown(now);
        }
    }

    private static byte[] request(CertificateID id, byte[] nonce) throws OCSPException, IOException {
        var extension =
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded());
        return new OCSPReqBuilder()
                .addRequest(id)
                .setRequestExtensions(new Extensions(extension))
                .build()
                .getEncoded();
    }

    private Status status(BasicOCSPResp basic, CertificateID id, byte[] nonce, Instant now)
            throws OCSPException, OperatorCreationException, GeneralSecurityException,
                    org.bouncycastle.cert.CertException, IOException {
        if (!isSigned(basic, now) || !isFresh(basic, nonce)) {
            return Status.unknown(now);
        }
        for (SingleResp single : basic.getResponses()) {
            if (single.getCertID().equals(id) || sameSerial(single.getCertID(), id)) {
                return status(single, now);
            }
        }
        return Status.unknown(now);
    }

    private static Status status(SingleResp single, Instant now) {
        Instant from = single.getThisUpdate().toInstant().minus(CLOCKS_DIFFER);
        Date next = single.getNextUpdate();
        Instant until = next == null ? single.getThisUpdate().toInstant().plus(WITHOUT_AN_END) : next.toInstant();
        if (now.isBefore(from) || !until.isAfter(now)) {
            return Status.unknown(now);
        }
        CertificateStatus status = single.getCertStatus();
        if (status instanceof RevokedStatus) {
            return new Status(Status.State.WITHDRAWN, until);
        }
        return status == CertificateStatus.GOOD ? new Status(Status.State.GOOD, until) : Status.unknown(now);
    }

    private static boolean sameSerial(CertificateID one, CertificateID other) {
        BigInteger serial = one.getSerialNumber();
        return serial.equals(other.getSerialNumber())
                && one.getHashAlgOID().equals(other.getHashAlgOID())
                && java.util.Arrays.equals(one.getIssuerKeyHash(), other.getIssuerKeyHash())
                && java.util.Arrays.equals(one.getIssuerNameHash(), other.getIssuerNameHash());
    }

    /** A responder may leave the nonce out (RFC 5019), but not give another one. */
    private static boolean isFresh(BasicOCSPResp basic, byte[] nonce) throws IOException {
        Extension given = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        return given == null
                || java.util.Arrays.equals(given.getExtnValue().getOctets(), new DEROctetString(nonce).getEncoded());
    }

    private boolean isSigned(BasicOCSPResp basic, Instant now)
            throws GeneralSecurityException, org.bouncycastle.cert.CertException, OperatorCreationException {
        var issuing = new JcaX509CertificateHolder(issuer);
        if (isBy(basic, issuing)) {
            return true;
        }
        for (X509CertificateHolder delegate : basic.getCerts()) {
            var purpose = ExtendedKeyUsage.fromExtensions(delegate.getExtensions());
            if (delegate.isValidOn(Date.from(now))
                    && purpose != null
                    && purpose.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                    && delegate.getIssuer().equals(issuing.getSubject())
                    && delegate.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(BC)
                            .build(issuing))
                    && isBy(basic, delegate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBy(BasicOCSPResp basic, X509CertificateHolder signer) {
        try {
            return basic.isSignatureValid(
                    new JcaContentVerifierProviderBuilder().setProvider(BC).build(signer));
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            return false; // another kind of key than the signature's
        }
    }
}
