package org.spocgateway.envelope;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * Where large plain content is written while nobody knows yet whether it is genuine.
 *
 * <p>Whoever keeps content outside memory must write it sealed, and must make a draft that was not kept unreadable.
 */
public interface Spool {
    /** Begins one content. */
    Draft begin();

    /** One content being written. */
    interface Draft {
        OutputStream out();

        /** All of it was written and it is genuine. */
        Content keep();

        /** Nothing of it may be read. */
        void drop();
    }

    /** Keeps everything in memory, for those who have no vault. */
    static Spool inMemory() {
        return () -> new Draft() {
            private final ByteArrayOutputStream written = new ByteArrayOutputStream();

            @Override
            public OutputStream out() {
                return written;
            }

            @Override
            public Content keep() {
                return Content.of(written.toByteArray());
            }

            @Override
            public void drop() {
                written.reset();
            }
        };
    }
}
