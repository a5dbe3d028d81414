package org.spocgateway.transferlog;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Names of entries and of this start of the process: 128 random bits in base32. */
final class RandomNames {
    private final SecureRandom random;

    RandomNames(SecureRandom random) {
        this.random = random;
    }

    String next() {
        String digits = new BigInteger(128, random).toString(32);
        return "0".repeat(26 - digits.length()) + digits;
    }
}
