package org.spocgateway.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.spocgateway.envelope.mime.Blocks;
import org.spocgateway.envelope.mime.InBlocks;
import org.spocgateway.envelope.mime.Slice;

/** A stream whose bytes a witness sees as they pass. */
final class Tee extends InBlocks {
    private final OutputStream witness;

    private Tee(InputStream in, OutputStream witness) {
        super(in);
        this.witness = witness;
    }

    /** The stream, watched; one that stands in memory is shown to the witness at once and stays what it is. */
    static InputStream of(InputStream in, OutputStream witness) throws IOException {
        if (in instanceof Blocks blocks && blocks.slice().isPresent()) {
            Slice all = blocks.slice().get();
            witness.write(all.array(), all.from(), all.size());
            return in;
        }
        return new Tee(in, witness);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            witness.write(into, offset, read);
        }
        return read;
    }
}
