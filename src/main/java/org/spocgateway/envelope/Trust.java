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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a certificate may sign mail, and whether its chain ends in one of our authorities. */
final class Trust {
    private static final Set<String> MAIL_PURPOSES = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");
    private static final int CERTIFICATES_MOST = 50;
    private static final int PATH_MOST = 5;

    private final List<X509Certificate> authorities;
    private final Set<TrustAnchor> anchors;

    Trust(Collection<X509Certificate> authorities) {
        this.authorities = List.copyOf(authorities);
        anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What came of looking for the way to an authority of ours.
     *
     * @param issuers every certificate above the signer's, the authority last; empty when there is no way
     */
    record Chain(List<X509Certificate> issuers, List<Fault> findings) {
        private static final Set<Fault> OF_ISSUERS =
                Set.of(Fault.SELF_SIGNED, Fault.UNKNOWN_ISSUER, Fault.BROKEN_CHAIN, Fault.WEAK_CHAIN);

        /** What still counts for a certificate that the directory names itself: only that it was withdrawn. */
        List<Fault> againstPinned() {
            return findings.stream()
                    .filter(found -> !OF_ISSUERS.contains(found))
                    .toList();
        }
    }

    /** Strong key, in its time then and now, and made for signing mail (RFC 8550 section 4.4). */
    List<Fault> ofSigner(X509Certificate certificate, Instant signedAt, Instant now)
            throws CertificateParsingException {
        List<Fault> found = new ArrayList<>();
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        boolean[] usage = certificate.getKeyUsage();
        List<String> purposes = certificate.getExtendedKeyUsage();
        note(found, Fault.WEAK_KEY, !Strength.isEnough(certificate.getPublicKey()));
        note(found, Fault.NOT_YET_VALID, signedAt.isBefore(from) || now.isBefore(from));
        note(found, Fault.EXPIRED, signedAt.isAfter(until) || now.isAfter(until));
        note(found, Fault.KEY_USAGE, usage != null && !usage[0] && !usage[1]);
        note(found, Fault.PURPOSE, purposes != null && purposes.stream().noneMatch(MAIL_PURPOSES::contains));
        return found;
    }

    private static void note(List<Fault> found, Fault fault, boolean holds) {
        if (holds) {
            found.add(fault);
        }
    }

    /** Looks for a path to one of our authorities; nothing is ever fetched for it. */
    Chain chain(X509Certificate certificate, Collection<X509Certificate> others, Instant now) {
        List<X509Certificate> near = others.stream().limit(CERTIFICATES_MOST).toList();
        try {
            List<X509Certificate> issuers = built(certificate, near, now);
            boolean isWeak = Stream.concat(Stream.of(certificate), issuers.stream())
                    .filter(each -> !authorities.contains(each))
                    .anyMatch(Trust::isWeak);
            return new Chain(issuers, isWeak ? List.of(Fault.WEAK_CHAIN) : List.of());
        } catch (GeneralSecurityException e) {
            return new Chain(List.of(), List.of(why(certificate, near)));
        }
    }

    private List<X509Certificate> built(X509Certificate certificate, List<X509Certificate> near, Instant now)
            throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            throw new GeneralSecurityException("no authorities");
        }
        var target = new X509CertSelector();
        target.setCertificate(certificate);
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        // The signer's own dates are judged by themselves; here they must not hide who issued it.
        Instant within = within(certificate, now);
        parameters.setDate(Date.from(within));
        parameters.setMaxPathLength(PATH_MOST);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(near)));
        var path =
                (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
        List<X509Certificate> issuers = new ArrayList<>();
        List<? extends Certificate> all = path.getCertPath().getCertificates();
        all.subList(Math.min(1, all.size()), all.size()).forEach(each -> issuers.add((X509Certificate) each));
        issuers.add(path.getTrustAnchor().getTrustedCert());
        return List.copyOf(issuers);
    }

    private static Instant within(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        return now.isBefore(from) ? from : now.isAfter(until) ? until : now;
    }

    private Fault why(X509Certificate certificate, List<X509Certificate> near) {
        if (isSelfSigned(certificate)) {
            return Fault.SELF_SIGNED;
        }
        X509Certificate at = certificate;
        for (int i = 0; i < PATH_MOST; i++) {
            var issuer = at.getIssuerX500Principal();
            if (authorities.stream()
                    .anyMatch(each -> each.getSubjectX500Principal().equals(issuer))) {
                return Fault.BROKEN_CHAIN;
            }
            var next = near.stream()
                    .filter(each -> each.getSubjectX500Principal().equals(issuer))
                    .findFirst();
            if (next.isEmpty()) {
                return Fault.UNKNOWN_ISSUER;
            }
            at = next.get();
        }
        return Fault.UNKNOWN_ISSUER;
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        try {
            if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
                return false;
            }
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isWeak(X509Certificate certificate) {
        return Strength.isOutdated(certificate.getSigAlgName()) || !Strength.isEnough(certificate.getPublicKey());
    }
}
