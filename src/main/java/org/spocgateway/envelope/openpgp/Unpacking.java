package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bouncycastle.apache.bzip2.CBZip2InputStream;

/**
 * Takes off one layer of compression, never more than its bounds; no packet behind its end is passed over (RFC 9580 section 5.6).
 */
final class Unpacking {
    /** RNP, which Thunderbird uses, leaves a few octets behind the end. */
    private static final int STRAY_MOST = 32;

    private Unpacking() {}

    /** @throws Refusal MALFORMED, ALGORITHM or TOO_LARGE */
    static byte[] of(Packet packet, Bounds bounds) {
        byte[] body = packet.body();
        if (body.length < 2) {
            throw malformed();
        }
        long most = bounds.unpacked(body.length);
        return switch (body[0]) {
            case 0 -> Arrays.copyOfRange(body, 1, body.length);
            case 1 -> inflated(body, new Inflater(true), most);
            case 2 -> inflated(body, new Inflater(), most);
            case 3 -> bzip(body, most);
            default -> throw new Refusal(Refusal.Why.ALGORITHM);
        };
    }

    private static byte[] inflated(byte[] body, Inflater inflater, long most) {
        try {
            inflater.setInput(body, 1, body.length - 1);
            var out = new ByteArrayOutputStream(8192);
            byte[] chunk = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0 && !inflater.finished()) {
                    throw malformed();
                }
                if (out.size() + (long) read > most) {
                    throw new Refusal(Refusal.Why.TOO_LARGE);
                }
                out.write(chunk, 0, read);
            }
            if (inflater.getRemaining() > STRAY_MOST) {
                throw malformed();
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw malformed();
        } finally {
            inflater.end();
        }
    }

    private static byte[] bzip(byte[] body, long most) {
        var packed = new ByteArrayInputStream(body, 1, body.length - 1);
        try (var in = new CBZip2InputStream(packed)) {
            byte[] unpacked = Bounded.read(in, most);
            if (packed.available() > 0) {
                throw malformed();
            }
            return unpacked;
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Why.MALFORMED);
    }
}
