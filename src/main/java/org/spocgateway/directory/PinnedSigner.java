package org.spocgateway.directory;

import java.security.cert.X509Certificate;
import org.spocgateway.terms.MailAddress;

/** A certificate that may sign for one address. */
public record PinnedSigner(MailAddress address, X509Certificate certificate) {}
