package org.spocgateway.envelope;

import java.util.List;

/** What came of a password that an officer typed. */
public sealed interface Unlock permits Unlock.Unlocked, Unlock.StillLocked {
    /**
     * At least one file opened.
     *
     * @param documents what came out, in order; never empty
     * @param algorithm what it was locked with, such as {@code AES-256}; for the log
     * @param left how many files are still shut
     */
    record Unlocked(List<Document> documents, String algorithm, int left) implements Unlock {}

    /** None did; nothing has changed. */
    record StillLocked(Fault fault) implements Unlock {}
}
