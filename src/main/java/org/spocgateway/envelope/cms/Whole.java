package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.io.InputStream;
import org.spocgateway.envelope.mime.InBlocks;
import org.spocgateway.envelope.mime.TooLarge;

/** The octets of a content; where the structure around them is broken, that is {@link Damaged} and nothing else. */
final class Whole extends InBlocks {
    Whole(InputStream octets) {
        super(octets);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (TooLarge e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Damaged();
        }
    }
}
