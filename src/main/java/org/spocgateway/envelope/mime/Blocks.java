package org.spocgateway.envelope.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Bytes read ahead in blocks, so that lines and delimiters are found where they lie, without a copy.
 *
 * <p>The bytes that are at hand stand in {@link #buffer} from {@link #at} to {@link #end}; bytes in memory are all at hand at once.
 */
public final class Blocks extends InputStream {
    static final int BLOCK = 1 << 14;

    byte[] buffer;
    int at;
    int end;
    private final InputStream source;
    private boolean hasEnded;

    private Blocks(byte[] buffer, int end, InputStream source, boolean hasEnded) {
        this.buffer = buffer;
        this.end = end;
        this.source = source;
        this.hasEnded = hasEnded;
    }

    /** All bytes at hand. */
    public static Blocks of(byte[] bytes) {
        return of(Slice.of(bytes));
    }

    /** All bytes at hand. */
    public static Blocks of(Slice slice) {
        var blocks = new Blocks(slice.array(), slice.to(), InputStream.nullInputStream(), true);
        blocks.at = slice.from();
        return blocks;
    }

    /** The rest of a stream; a stream of this kind is gone on with. */
    public static Blocks of(InputStream source) {
        return source instanceof Blocks blocks ? blocks : new Blocks(new byte[BLOCK], 0, source, false);
    }

    /** What is left, where all of it is at hand and nothing is still to be read. */
    public Optional<Slice> slice() {
        return hasEnded ? Optional.of(new Slice(buffer, at, end)) : Optional.empty();
    }

    /** Whether there is nothing behind the bytes at hand. */
    boolean isAllAtHand() {
        return hasEnded;
    }

    /** The next bytes, as a stream of their own that is not copied; they are passed over here. */
    Blocks cut(int count) {
        at += count;
        return of(new Slice(buffer, at - count, at));
    }

    /** Reads until at least {@code count} bytes are at hand or the source ends; the buffer grows where it must. */
    boolean has(int count) throws IOException {
        while (end - at < count && !hasEnded) {
            makeRoom(count);
            int read = source.read(buffer, end, buffer.length - end);
            hasEnded = read < 0;
            end += Math.max(0, read);
        }
        return end - at >= count;
    }

    private void makeRoom(int count) {
        if (buffer.length - at >= count && buffer.length > end) {
            return;
        }
        int rest = end - at;
        byte[] roomy = count > buffer.length ? new byte[Math.max(count, 2 * buffer.length)] : buffer;
        System.arraycopy(buffer, at, roomy, 0, rest);
        buffer = roomy;
        at = 0;
        end = rest;
    }

    /** Where the next line feed lies among the bytes at hand, or -1. */
    int lineFeed(int from) {
        int feed = Octets.find((byte) '\n', buffer, from, end);
        return feed < end ? feed : -1;
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(buffer, at, at + count);
        at += count;
        return taken;
    }

    @Override
    public int read() throws IOException {
        return has(1) ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (end == at && length >= BLOCK && !hasEnded) {
            int read = source.read(into, offset, length);
            hasEnded = read < 0;
            return read;
        }
        if (!has(1)) {
            return -1;
        }
        int part = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, part);
        at += part;
        return part;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        int part = end - at;
        out.write(buffer, at, part);
        at = end;
        return hasEnded ? part : part + super.transferTo(out);
    }

    @Override
    public int available() {
        return end - at;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
