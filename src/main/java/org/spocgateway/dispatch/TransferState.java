package org.spocgateway.dispatch;

import java.util.Locale;

/** Where a transfer is; each is in exactly one visible state. */
public enum TransferState {
    /** An officer approved it; the rules have not been asked yet. */
    APPROVED,
    /** The rules permitted one way; it waits for its turn, or for the next attempt. */
    PERMITTED,
    /** At rest: it will not be sent, every reason is kept. */
    REFUSED,
    /** At rest until somebody decides: the rules or the line did not allow it. */
    HELD,
    /** It is being carried; nothing that cannot be taken back was done. */
    ATTEMPTING,
    /** The point of no return was crossed; the answer is not written down yet. */
    EOD_INTENT,
    /** At rest: taken over by the other side, or made readable in the portal. */
    SENT,
    /** At rest: the other side refused it for good. */
    REJECTED,
    /** At rest until evidence or a person resolves it: it may have been taken over. */
    UNCERTAIN,
    /** At rest: police said stop before it left (policy 4.2). */
    FROZEN,
    /** At rest: the officer took it back in time. */
    UNDONE;

    /** The word in the database and the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #word()} back. */
    public static TransferState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it left, or may have left. */
    public boolean isOut() {
        return this == SENT || this == UNCERTAIN || this == EOD_INTENT;
    }
}
