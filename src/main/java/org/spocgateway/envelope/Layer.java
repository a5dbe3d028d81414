package org.spocgateway.envelope;

/**
 * One layer that was taken off, outermost first.
 *
 * @param kind {@code enveloped}, {@code auth-enveloped}, {@code signed}, {@code signed-opaque}
 * @param algorithm content algorithm, such as {@code AES-256-GCM} or {@code SHA-256withRSA}
 */
public record Layer(String kind, String algorithm) {}
