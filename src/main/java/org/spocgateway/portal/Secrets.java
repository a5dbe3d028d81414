package org.spocgateway.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** The random things a partner holds: links, codes, visits, receipt numbers. */
final class Secrets {
    private static final String SAYABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits, 43 letters that may stand in a path or a cookie. */
    String token() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Six digits. */
    String code() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    }

    /** Such as {@code R-7K2M-9QXT}: can be read out, says nothing. */
    String receipt() {
        var letters = new StringBuilder("R-");
        for (int i = 0; i < 8; i++) {
            letters.append(i == 4 ? "-" : "").append(SAYABLE.charAt(random.nextInt(SAYABLE.length())));
        }
        return letters.toString();
    }

    /** SHA-256: enough for a token of 256 random bits. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
