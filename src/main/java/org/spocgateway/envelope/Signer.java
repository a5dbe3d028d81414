package org.spocgateway.envelope;

import java.util.List;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Thumbprint;

/**
 * Whoever signed, by certificate.
 *
 * @param addresses the mail addresses in the certificate's SAN (or, without SAN, its e-mail attribute)
 */
public record Signer(Thumbprint thumbprint, List<MailAddress> addresses) {}
