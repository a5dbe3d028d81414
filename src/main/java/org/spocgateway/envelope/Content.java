package org.spocgateway.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.spocgateway.envelope.mime.Slice;

/** The bytes of a message, or of what was in it, wherever they are kept; they can be read again and again. */
public interface Content {
    /** From the first byte on. */
    InputStream open();

    /** In bytes. */
    long size();

    /** All at once, in memory. */
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a content cannot be read", e);
        }
    }

    /** All at once, in memory, and not copied where they stand there already. */
    default Slice slice() {
        return Slice.of(bytes());
    }

    /** Bytes in memory. */
    static Content of(byte[] bytes) {
        return new InMemory(Slice.of(bytes));
    }

    /** Bytes in memory, not copied. */
    record InMemory(Slice slice) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(slice.array(), slice.from(), slice.size());
        }

        @Override
        public long size() {
            return slice.size();
        }

        @Override
        public byte[] bytes() {
            return slice.bytes();
        }

        @Override
        public String toString() {
            return "Content[" + size() + " bytes]";
        }
    }
}
