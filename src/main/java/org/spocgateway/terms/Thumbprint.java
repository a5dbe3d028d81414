package org.spocgateway.terms;

import java.util.regex.Pattern;

/**
 * SHA-256 of a certificate's DER form, or the fingerprint of an OpenPGP key.
 *
 * @param hex 64 lower-case hexadecimal digits; 40 for an OpenPGP key of version 4, whose fingerprint its owner reads out
 */
public record Thumbprint(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{40}");

    public Thumbprint {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a thumbprint: 64 hexadecimal digits are expected, or 40");
        }
    }

    /** Of these bytes: the DER of the certificate. */
    public static Thumbprint of(byte[] bytes) {
        return new Thumbprint(Sha256.of(bytes));
    }
}
