package org.spocgateway.envelope;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Thumbprint;

/**
 * Whoever signed, by certificate.
 *
 * @param addresses the mail addresses in the certificate's SAN (or, without SAN, its e-mail attribute)
 * @param pem the certificate itself, so that an administrator can compare it and put it into the directory; empty in older records
 */
public record Signer(Thumbprint thumbprint, List<MailAddress> addresses, String pem) {
    @SuppressWarnings("NullAway") // records of earlier versions have none
    public Signer {
        pem = pem == null ? "" : pem;
    }

    static Signer of(X509Certificate certificate) throws CertificateEncodingException, CertificateParsingException {
        byte[] der = certificate.getEncoded();
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return new Signer(
                Thumbprint.of(der),
                CertificateAddresses.of(certificate),
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    @Override
    public String toString() {
        return "Signer[" + thumbprint.hex() + "]";
    }
}
