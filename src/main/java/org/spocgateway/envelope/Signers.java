package org.spocgateway.envelope;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.spocgateway.envelope.cms.Newest;

/** What certificates say about whoever signs with them, read once. */
final class Signers {
    private final Map<X509Certificate, Signer> known = Newest.map();

    Signer of(X509Certificate certificate) throws CertificateEncodingException, CertificateParsingException {
        Signer before = known.get(certificate);
        if (before != null) {
            return before;
        }
        Signer signer = Signer.of(certificate);
        known.put(certificate, signer);
        return signer;
    }
}
