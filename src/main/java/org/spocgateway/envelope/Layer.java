package org.spocgateway.envelope;

import org.jspecify.annotations.Nullable;

/**
 * One layer that was taken off, outermost first.
 *
 * @param kind {@code enveloped}, {@code auth-enveloped}, {@code signed}, {@code signed-opaque}, {@code compressed},
 *     {@code pgp-sealed}, {@code signed-pgp}; {@code headers} where header fields are protected by the layers before it
 * @param algorithm content algorithm, such as {@code AES-256-GCM} or {@code SHA-256withRSA}
 * @param transport how the content key of a sealed layer came to us, such as {@code RSA}, {@code RSA-OAEP}, {@code ECDH}; otherwise empty
 */
public record Layer(String kind, String algorithm, String transport) {
    static final String HEADERS = "headers";

    /** Written without its transport by earlier versions. */
    @SuppressWarnings("NullAway")
    public Layer(String kind, String algorithm, @Nullable String transport) {
        this.kind = kind;
        this.algorithm = algorithm;
        this.transport = transport == null ? "" : transport;
    }

    public Layer(String kind, String algorithm) {
        this(kind, algorithm, "");
    }
}
