package org.spocgateway.vault;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names one sealed blob.
 *
 * @param value 32 hexadecimal digits, random
 */
public record BlobId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public BlobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a blob's id: 32 hexadecimal digits are expected");
        }
    }

    static BlobId random(SecureRandom random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return new BlobId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
