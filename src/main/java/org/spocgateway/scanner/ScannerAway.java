package org.spocgateway.scanner;

import java.io.IOException;

/** The scanner did not answer, or not as it should: whatever was to be scanned waits. */
public final class ScannerAway extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param sentence what went wrong, without anything of the content */
    public ScannerAway(String sentence) {
        super(sentence);
    }

    public ScannerAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
