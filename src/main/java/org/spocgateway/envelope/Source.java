package org.spocgateway.envelope;

import java.io.IOError;
import java.io.IOException;
import org.spocgateway.envelope.mime.Blocks;
import org.spocgateway.envelope.mime.InBlocks;

/** A message as it is read from wherever it is kept: that it cannot be read there says nothing about the message. */
final class Source extends InBlocks {
    Source(Content content) {
        super(content.open());
    }

    /** Read ahead; what stands in memory is not copied. */
    static Blocks blocks(Content content) {
        return content instanceof Content.InMemory memory ? Blocks.of(memory.slice()) : Blocks.of(new Source(content));
    }

    /** @throws IOError which no parser takes for a fault of the message */
    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            return super.read(into, offset, length);
        } catch (IOException | RuntimeException e) {
            throw new IOError(e);
        }
    }
}
