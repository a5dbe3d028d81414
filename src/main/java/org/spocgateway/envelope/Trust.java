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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spocgateway.envelope.cms.Newest;

/**
 * Whether a certificate may sign mail, whether its chain ends in one of our authorities, and whether it was withdrawn.
 *
 * <p>A chain that was found is kept by certificate, for this set of authorities, until something in it runs out or must be looked at
 * again; a chain that was not found is looked for again, since the next mail may bring the missing issuer along.
 */
final class Trust {
    /** Certificates between a signer and an authority. */
    static final int PATH_MOST = 5;

    private static final Set<String> MAIL_PURPOSES = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");
    private static final int CERTIFICATES_MOST = 50;
    private static final Duration HOLDS_MOST = Duration.ofHours(1);

    private final List<X509Certificate> authorities;
    private final Set<TrustAnchor> anchors;
    private final Revocation revocation;
    private final Map<X509Certificate, Chain> found = Newest.map();

    Trust(Collection<X509Certificate> authorities, Revocation revocation) {
        this.authorities = List.copyOf(authorities);
        this.revocation = revocation;
        anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What came of looking for the way to an authority of ours.
     *
     * @param issuers every certificate above the signer's, the authority last; empty when there is no way
     * @param from when it was looked for
     * @param until when it must be looked for again
     */
    record Chain(List<X509Certificate> issuers, List<Fault> findings, Instant from, Instant until) {
        private static final Set<Fault> OF_ISSUERS =
                Set.of(Fault.SELF_SIGNED, Fault.UNKNOWN_ISSUER, Fault.BROKEN_CHAIN, Fault.WEAK_CHAIN);

        /** What still counts for a certificate that the directory names itself: only that it was withdrawn. */
        List<Fault> againstPinned() {
            return findings.stream().filter(each -> !OF_ISSUERS.contains(each)).toList();
        }

        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
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

    private static void note(Collection<Fault> found, Fault fault, boolean holds) {
        if (holds) {
            found.add(fault);
        }
    }

    /** The path to one of our authorities; no certificate is ever fetched for it. */
    Chain chain(X509Certificate certificate, Collection<X509Certificate> others, Instant now) {
        Chain known = found.get(certificate);
        if (known != null && known.holds(now)) {
            return known;
        }
        List<X509Certificate> near = others.stream().limit(CERTIFICATES_MOST).toList();
        try {
            Chain chain = looked(certificate, built(certificate, near, now), now);
            found.put(certificate, chain);
            return chain;
        } catch (GeneralSecurityException e) {
            return new Chain(List.of(), List.of(why(certificate, near)), now, now);
        }
    }

    /** What is wrong with a path that was found: outdated signatures, and certificates that were withdrawn. */
    private Chain looked(X509Certificate certificate, List<X509Certificate> issuers, Instant now) {
        var findings = EnumSet.noneOf(Fault.class);
        Instant until = now.plus(HOLDS_MOST);
        X509Certificate below = certificate;
        for (X509Certificate issuer : issuers) {
            note(findings, Fault.WEAK_CHAIN, isWeak(below));
            if (!revocation.isOff()) {
                Revocation.Status status = revocation.of(below, issuer, now);
                note(findings, Fault.REVOKED, status.state() == Revocation.Status.State.WITHDRAWN);
                note(findings, revocation.unknown(), status.state() == Revocation.Status.State.UNKNOWN);
                until = earlier(until, status.until());
            }
            until = earlier(until, issuer.getNotAfter().toInstant());
            below = issuer;
        }
        return new Chain(issuers, List.copyOf(findings), now, until);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
        PKIXCertPathBuilderResult path = NewPaths.areNeeded(certificate, near)
                ? NewPaths.build(certificate, anchors, near, within)
                : (PKIXCertPathBuilderResult)
                        CertPathBuilder.getInstance("PKIX").build(parameters);
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
