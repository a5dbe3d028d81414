package org.spocgateway.vault;

import java.io.OutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes sealed bytes as rows of just under 1 MiB, each in a transaction of its own. */
final class ChunkSink extends OutputStream {
    /** With its own head, an array of 1 MiB would take two regions of a small heap and not one. */
    private static final int CHUNK_BYTES = (1 << 20) - 64;

    private final BlobId id;
    private final JdbcClient db;
    private final TransactionTemplate alone;
    private final byte[] buffer = new byte[CHUNK_BYTES];
    private int filled;
    private int seq;

    ChunkSink(BlobId id, JdbcClient db, TransactionTemplate alone) {
        this.id = id;
        this.db = db;
        this.alone = alone;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        while (at < offset + length) {
            int part = Math.min(offset + length - at, CHUNK_BYTES - filled);
            System.arraycopy(bytes, at, buffer, filled, part);
            filled += part;
            at += part;
            if (filled == CHUNK_BYTES) {
                store();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }

    private void store() {
        alone.executeWithoutResult(status -> db.sql("insert into blob_chunk (blob, seq, bytes) values (?, ?, ?)")
                .params(id.value(), seq, Arrays.copyOf(buffer, filled))
                .update());
        seq++;
        filled = 0;
    }
}
