package org.spocgateway.terms;

/**
 * SHA-256 of a certificate's DER form.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Thumbprint(String hex) {
    public Thumbprint {
        Sha256.checked(hex);
    }

    /** Of these bytes: the DER of the certificate. */
    public static Thumbprint of(byte[] bytes) {
        return new Thumbprint(Sha256.of(bytes));
    }
}
