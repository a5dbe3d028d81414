package org.spocgateway.envelope.container;

import java.util.List;

/** What came of trying a password on a file. */
public sealed interface Unlocking permits Unlocking.Unlocked, Unlocking.StillLocked {
    /**
     * It opened.
     *
     * @param pieces never empty
     * @param algorithm such as {@code AES-256}, {@code ZIPCRYPTO}, {@code RC4-128}
     * @param weak whether others may have read or changed it without the password
     */
    record Unlocked(List<Piece> pieces, String algorithm, boolean weak) implements Unlocking {}

    /** It did not; the file is as it was. */
    record StillLocked(Why why) implements Unlocking {}

    /** Why it did not open. */
    enum Why {
        WRONG_PASSWORD,
        DAMAGED,
        /** Over the bounds: size, ratio, entries, depth or time. */
        TOO_LARGE,
        /** Sealed in a way that no password opens here. */
        UNSUPPORTED
    }
}
