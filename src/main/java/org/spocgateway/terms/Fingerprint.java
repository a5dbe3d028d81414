package org.spocgateway.terms;

/**
 * SHA-256 of the exact bytes of a message or content.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
    public Fingerprint {
        Sha256.checked(hex);
    }

    /** Of these bytes: the exact bytes. */
    public static Fingerprint of(byte[] bytes) {
        return new Fingerprint(Sha256.of(bytes));
    }
}
