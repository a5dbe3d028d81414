package org.spocgateway.envelope;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.spocgateway.envelope.Revocation.Status;

/** Reads revocation lists (RFC 5280 section 5): only those that the certificate's own issuer signed; partial ones prove only withdrawal. */
final class RevocationLists {
    private static final Set<String> KNOWN_CRITICAL = Set.of(Extension.issuingDistributionPoint.getId());

    private RevocationLists() {}

    static Status status(Collection<X509CRL> lists, X509Certificate certificate, X509Certificate issuer, Instant now) {
        Status best = Status.unknown(now);
        for (X509CRL list : lists) {
            if (isOf(list, issuer)) {
                Status status = status(list, certificate, now);
                if (status.state() == Status.State.WITHDRAWN) {
                    return status;
                }
                best = status.state() == Status.State.GOOD ? status : best;
            }
        }
        return best;
    }

    private static boolean isOf(X509CRL list, X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()) || (usage != null && !usage[6])) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return !Strength.isOutdated(list.getSigAlgName());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Status status(X509CRL list, X509Certificate certificate, Instant now) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null && entry.getCertificateIssuer() == null) {
            return new Status(Status.State.WITHDRAWN, Instant.MAX);
        }
        if (list.getNextUpdate() == null || list.getThisUpdate().toInstant().isAfter(now)) {
            return Status.unknown(now);
        }
        Instant until = list.getNextUpdate().toInstant();
        return until.isAfter(now) && isWhole(list) ? new Status(Status.State.GOOD, until) : Status.unknown(now);
    }

    /** Whether it names every withdrawn certificate of a person, for every reason. */
    private static boolean isWhole(X509CRL list) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null && !KNOWN_CRITICAL.containsAll(critical)) {
            return false;
        }
        byte[] scope = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (scope == null) {
            return true;
        }
        try {
            var point = IssuingDistributionPoint.getInstance(JcaX509ExtensionUtils.parseExtensionValue(scope));
            return !point.onlyContainsCACerts()
                    && !point.onlyContainsAttributeCerts()
                    && !point.isIndirectCRL()
                    && point.getOnlySomeReasons() == null;
        } catch (java.io.IOException | RuntimeException e) {
            return false;
        }
    }
}
