package org.spocgateway.vault;

import java.io.InputStream;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a blob's rows one after the other; holds one of them in memory. */
final class ChunkSource extends InputStream {
    private final BlobId id;
    private final JdbcClient db;
    private byte[] chunk = new byte[0];
    private int at;
    private int seq;

    ChunkSource(BlobId id, JdbcClient db) {
        this.id = id;
        this.db = db;
    }

    @Override
    public int read() {
        return more() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, part);
        at += part;
        return part;
    }

    private boolean more() {
        if (at < chunk.length) {
            return true;
        }
        chunk = db.sql("select bytes from blob_chunk where blob = ? and seq = ?")
                .params(id.value(), seq)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
        seq++;
        at = 0;
        return chunk.length > 0;
    }
}
