package org.spocgateway.casework;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of rows that nobody outside this package names: 128 random bits. */
final class RowId {
    private RowId() {}

    static String random(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
