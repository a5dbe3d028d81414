package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a stream whole, up to a bound. */
final class Bounded {
    private Bounded() {}

    /** @throws Refusal TOO_LARGE if there is more */
    static byte[] read(InputStream in, long most) throws IOException {
        var out = new ByteArrayOutputStream(8192);
        byte[] chunk = new byte[8192];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (out.size() + (long) read > most) {
                throw new Refusal(Refusal.Why.TOO_LARGE);
            }
            out.write(chunk, 0, read);
        }
        return out.toByteArray();
    }
}
