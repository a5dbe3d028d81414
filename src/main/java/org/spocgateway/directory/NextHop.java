package org.spocgateway.directory;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A server that mail is handed to.
 *
 * @param id its name in channels.yaml, such as {@code council-relay}
 * @param implicitTls TLS from the first byte; otherwise STARTTLS is required
 * @param authorities certificates that its chain must end in
 * @param isRelay whether it hands on, so that what is proven is the first hop only
 * @param accountSecret the property that holds {@code user:password}; empty for none
 */
public record NextHop(
        String id,
        String host,
        int port,
        boolean implicitTls,
        List<X509Certificate> authorities,
        boolean isRelay,
        String accountSecret) {}
