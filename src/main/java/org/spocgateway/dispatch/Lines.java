package org.spocgateway.dispatch;

/** Line ends of mail: only CR LF, at most 998 characters between (RFC 5322 section 2.1.1). */
final class Lines {
    private static final int LONGEST = 998;

    private Lines() {}

    /** Whether the bytes could be sent as they are: no bare CR or LF, no line too long, and no eight-bit byte unless allowed. */
    static boolean areCanonical(byte[] bytes, boolean eightBit) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '\r' || b == '\n') {
                boolean pair = b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
                if (!pair) {
                    return false;
                }
                i++;
                length = 0;
            } else if (++length > LONGEST || b == 0 || (b < 0 && !eightBit)) {
                return false;
            }
        }
        return true;
    }
}
