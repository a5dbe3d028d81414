package org.spocgateway.envelope;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a certificate may sign mail, and whether its chain ends in one of our authorities.
 *
 * <p>Revocation is not looked at yet: a certificate is withdrawn by taking it out of the directory.
 */
final class Trust {
    private static final Set<String> MAIL_PURPOSES = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");
    private static final int CERTIFICATES_MOST = 50;
    private static final int PATH_MOST = 5;

    private final Set<TrustAnchor> anchors;

    Trust(Collection<X509Certificate> authorities) {
        anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Strong key, in its time at that moment, and made for signing mail (RFC 8550 section 4.4). */
    static boolean mayMark(X509Certificate certificate, Instant at) throws CertificateParsingException {
        boolean[] usage = certificate.getKeyUsage();
        List<String> purposes = certificate.getExtendedKeyUsage();
        return Strength.isEnough(certificate.getPublicKey())
                && !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant())
                && (usage == null || usage[0] || usage[1])
                && (purposes == null || purposes.stream().anyMatch(MAIL_PURPOSES::contains));
    }

    /** Whether there is a path to one of our authorities, valid at that moment and without outdated signatures. */
    boolean isIssued(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        if (anchors.isEmpty() || others.size() > CERTIFICATES_MOST) {
            return false;
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(certificate);
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.setMaxPathLength(PATH_MOST);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            var path = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return path.getCertPath().getCertificates().stream().noneMatch(Trust::isOutdated);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isOutdated(Certificate certificate) {
        X509Certificate x509 = (X509Certificate) certificate;
        return Strength.isOutdated(x509.getSigAlgName()) || !Strength.isEnough(x509.getPublicKey());
    }
}
