package org.spocgateway.envelope;

import java.io.ByteArrayOutputStream;

/** CR LF line ends, which signatures are made over. */
final class LineEnds {
    private LineEnds() {}

    /** Every bare CR and bare LF becomes CR LF: for what we write ourselves. */
    static byte[] canonical(byte[] bytes) {
        return written(bytes, true);
    }

    /** Every bare LF becomes CR LF, as every verifier reads text (RFC 8551 section 3.1.1); a bare CR was signed as it stands. */
    static byte[] forVerifying(byte[] bytes) {
        return written(bytes, false);
    }

    private static byte[] written(byte[] bytes, boolean isCrALineEnd) {
        var out = new ByteArrayOutputStream(bytes.length + 256);
        for (int i = 0; i < bytes.length; i++) {
            boolean isBareLf = bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r');
            boolean isBareCr = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            if (isBareLf) {
                out.write('\r');
            }
            out.write(bytes[i]);
            if (isBareCr && isCrALineEnd) {
                out.write('\n');
            }
        }
        return out.toByteArray();
    }
}
