package org.spocgateway.scanner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells whether content is known to be malicious. */
public interface Scanner {
    /**
     * Scans one content to its end.
     *
     * @throws ScannerAway if the scanner cannot be reached, does not answer in time or answers something else: nobody knows
     * @throws IOException if the content cannot be read
     */
    Scan scan(InputStream content) throws IOException;

    /** The same for content in memory. */
    default Scan scan(byte[] content) throws IOException {
        return scan(new ByteArrayInputStream(content));
    }

    /** Whether anything is scanned. */
    default boolean isOn() {
        return true;
    }

    /** Where none is configured: everything counts as clean. */
    static Scanner off() {
        return new Scanner() {
            @Override
            public Scan scan(InputStream content) {
                return new Scan.Clean();
            }

            @Override
            public boolean isOn() {
                return false;
            }
        };
    }
}
