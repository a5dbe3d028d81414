package org.spocgateway.envelope;

import java.io.ByteArrayOutputStream;

/** CR LF line ends, which signatures are made over. */
final class LineEnds {
    private LineEnds() {}

    /** Every bare CR and bare LF becomes CR LF. */
    static byte[] canonical(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length + 256);
        for (int i = 0; i < bytes.length; i++) {
            boolean isBareLf = bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r');
            boolean isBareCr = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            if (isBareLf) {
                out.write('\r');
            }
            out.write(bytes[i]);
            if (isBareCr) {
                out.write('\n');
            }
        }
        return out.toByteArray();
    }
}
