package org.spocgateway.envelope;

import java.security.cert.X509Certificate;
import java.util.List;

/** Makes signed and sealed mail, once, as bytes with CR LF line ends. */
public final class Sealing {
    /**
     * Signs a MIME entity (detached, {@code multipart/signed}) with the council's own key.
     *
     * @param entity headers from Content-Type on, and body, CR LF line ends
     */
    public byte[] sign(byte[] entity) {
        throw new IllegalStateException("to be written");
    }

    /**
     * Seals a MIME entity to certificates: AES-256-GCM, or AES-256-CBC for those who cannot read GCM.
     *
     * @param entity headers from Content-Type on, and body, CR LF line ends
     */
    public byte[] seal(byte[] entity, boolean cbc, List<X509Certificate> to) {
        throw new IllegalStateException("to be written");
    }
}
