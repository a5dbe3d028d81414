package org.spocgateway.envelope;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Chains of certificates that this Java does not know the signature of, such as ML-DSA on Java 17: by BouncyCastle. */
final class NewPaths {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private NewPaths() {}

    /** Whether a certificate of the chain is signed in a way that this Java has no name for. */
    static boolean areNeeded(X509Certificate certificate, Collection<X509Certificate> near) {
        return Stream.concat(Stream.of(certificate), near.stream())
                .anyMatch(each -> each.getSigAlgName().equals(each.getSigAlgOID()));
    }

    /** The same as Java's own builder does, without revocation, at that time. */
    static PKIXCertPathBuilderResult build(
            X509Certificate certificate, Set<TrustAnchor> anchors, Collection<X509Certificate> near, Instant at)
            throws GeneralSecurityException {
        Set<TrustAnchor> known = new HashSet<>();
        for (TrustAnchor each : anchors) {
            known.add(new TrustAnchor(again(each.getTrustedCert()), null));
        }
        List<X509Certificate> all = new ArrayList<>();
        for (X509Certificate each : near) {
            all.add(again(each));
        }
        X509Certificate target = again(certificate);
        all.add(target);
        var selector = new X509CertSelector();
        selector.setCertificate(target);
        var parameters = new PKIXBuilderParameters(known, selector);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.setMaxPathLength(Trust.PATH_MOST);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        return (PKIXCertPathBuilderResult)
                CertPathBuilder.getInstance("PKIX", BC).build(parameters);
    }

    /** Read by BouncyCastle, whose certificates check their signatures with its own means. */
    private static X509Certificate again(X509Certificate certificate) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BC)
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }
}
