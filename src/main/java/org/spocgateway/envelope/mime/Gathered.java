package org.spocgateway.envelope.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;

/**
 * Bytes gathered in blocks: an array that grows would need three times its room at the last step, and all of it in one piece.
 *
 * <p>What was expected to fit into one block is never copied.
 */
public final class Gathered {
    private static final int LEAST = 1 << 13;
    private static final int BLOCK = 1 << 16;
    /** What is expected to be larger than this is expected to be large, and gathered in small blocks. */
    private static final int EXPECTED_MOST = 1 << 22;

    private final int first;
    /** Full but for the last. */
    private final Deque<byte[]> blocks = new ArrayDeque<>();

    private byte[] last = new byte[0];
    private int filled;
    private int size;

    /** @param expected how much there may be */
    public Gathered(long expected) {
        first = expected > EXPECTED_MOST ? BLOCK : (int) Math.max(LEAST, expected);
    }

    public int size() {
        return size;
    }

    public void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, room());
            System.arraycopy(bytes, offset + done, last, filled, part);
            add(part);
            done += part;
        }
    }

    /** Reads until more than {@code most} bytes are there or the stream ends. */
    public void readFrom(InputStream in, int most) throws IOException {
        for (int read = 0; read >= 0 && size <= most; ) {
            int part = Math.min(room(), most + 1 - size);
            read = in.read(last, filled, part);
            add(Math.max(0, read));
        }
    }

    private void add(int count) {
        filled += count;
        size += count;
    }

    private int room() {
        if (filled == last.length) {
            last = new byte[size == 0 ? first : BLOCK];
            blocks.addLast(last);
            filled = 0;
        }
        return last.length - filled;
    }

    /** All in one array, to its {@link #size}; the array may be longer and is not a copy where one block holds everything. */
    public byte[] joined() {
        if (blocks.size() == 1) {
            return last;
        }
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] block : blocks) {
            int part = lengthOf(block);
            System.arraycopy(block, 0, all, at, part);
            at += part;
        }
        return all;
    }

    /** A copy of all, unless one block holds exactly that. */
    public byte[] bytes() {
        byte[] all = joined();
        return all.length == size ? all : Arrays.copyOf(all, size);
    }

    private int lengthOf(byte[] block) {
        return block == last ? filled : block.length;
    }

    /** Writes all and lets go of it. */
    public void moveTo(OutputStream out) throws IOException {
        while (!blocks.isEmpty()) {
            byte[] block = blocks.removeFirst();
            out.write(block, 0, lengthOf(block));
        }
        last = new byte[0];
        filled = 0;
        size = 0;
    }

    /** All of it and then the rest; what was read is let go. */
    public InputStream followedBy(InputStream rest) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, into.length);
                while (!blocks.isEmpty() && at == lengthOf(blocks.peekFirst())) {
                    blocks.removeFirst();
                    at = 0;
                }
                byte[] block = blocks.peekFirst();
                if (block == null) {
                    return rest.read(into, offset, length);
                }
                int part = Math.min(length, lengthOf(block) - at);
                System.arraycopy(block, at, into, offset, part);
                at += part;
                return part;
            }
        };
    }
}
