package org.spocgateway.envelope;

import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.envelope.mime.Gathered;
import org.spocgateway.envelope.mime.Slice;

/** What came out of one message, in memory while it is small and in the spool from then on; dropped unless it is kept. */
final class Sheet extends OutputStream {
    private static final int IN_MEMORY_MOST = 4 << 20;

    private final Spool spool;
    private final Gathered small;
    private Optional<Slice> only = Optional.empty();
    private Spool.@Nullable Draft large;
    private boolean isKept;

    /** @param most how much may come out, in bytes */
    Sheet(Spool spool, long most) {
        this.spool = spool;
        this.small = new Gathered(most);
    }

    /** All that will come out, as it stands; not copied while it is small. */
    void take(Slice slice) {
        if (slice.size() <= IN_MEMORY_MOST) {
            only = Optional.of(slice);
        } else {
            write(slice.array(), slice.from(), slice.size());
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (large == null && small.size() + length <= IN_MEMORY_MOST) {
            small.write(bytes, offset, length);
            return;
        }
        try {
            large().out().write(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw new IOError(e);
        }
    }

    private Spool.Draft large() throws IOException {
        if (large == null) {
            large = spool.begin();
            small.moveTo(large.out());
        }
        return large;
    }

    Content keep() {
        isKept = true;
        Content kept = large == null ? Content.of(small.bytes()) : large.keep();
        return only.<Content>map(Content.InMemory::new).orElse(kept);
    }

    @Override
    public void close() {
        if (large != null && !isKept) {
            large.drop();
        }
    }
}
