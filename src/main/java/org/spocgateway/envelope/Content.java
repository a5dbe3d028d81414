package org.spocgateway.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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

    /** Bytes in memory. */
    static Content of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** Bytes in memory, not copied. */
    record InMemory(byte[] array) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(array);
        }

        @Override
        public long size() {
            return array.length;
        }

        @Override
        public byte[] bytes() {
            return array;
        }

        @Override
        public String toString() {
            return "Content[" + array.length + " bytes]";
        }
    }
}
