package org.spocgateway.intake;

import java.time.Instant;

/**
 * A file that an officer opened with a password.
 *
 * @param id names it in the log and in addresses
 * @param fileName as the sender wrote it: data, never a path
 * @param openedBy the officer's account
 */
public record OpenedFile(String id, String fileName, String type, Instant openedAt, String openedBy) {
    @Override
    public String toString() {
        return "OpenedFile[" + id + "]";
    }
}
