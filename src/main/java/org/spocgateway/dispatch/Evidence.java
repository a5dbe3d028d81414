package org.spocgateway.dispatch;

import java.util.Optional;

/**
 * What was seen on the line.
 *
 * @param stage {@code connect}, {@code tls}, {@code envelope}, {@code content}, {@code aborted}, {@code crossed}, {@code answered}, {@code portal}
 * @param code SMTP reply code, 0 when there was none
 * @param scope {@code first-hop} or {@code end-to-end}
 */
public record Evidence(
        String carrier,
        String stage,
        int code,
        Optional<String> queueId,
        Optional<String> tlsVersion,
        Optional<String> tlsSuite,
        Optional<String> peerCertificate,
        String host,
        String scope,
        boolean sealed) {}
