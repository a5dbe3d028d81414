package org.spocgateway.transferlog;

import java.util.Arrays;
import java.util.Optional;

/**
 * Compares the database with {@code state/checkpoint}, which is forced to the disk and outlives a restored backup or a lost tail.
 *
 * <p>A database behind the file has forgotten transfers that were signed: whoever acts on it sends twice or loses. So nothing acts until
 * an operator has put the right database back (assurance 1.4, rollback detector).
 */
final class Fence {
    private final LogTables tables;
    private final LogKey key;
    private final DurableFile file;

    Fence(LogTables tables, LogKey key, DurableFile file) {
        this.tables = tables;
        this.key = key;
        this.file = file;
    }

    /** Whether the database holds at least what the file says was signed, with the same root at that size. */
    boolean allows() {
        Optional<String> text = file.read();
        if (text.isEmpty()) {
            // The file is written before the row: a row without a file was not our doing, but for the last of a closed
            // year.
            return !tables.hasCheckpoints();
        }
        return text.flatMap(SignedNote::parse)
                .filter(key::signed)
                .filter(this::isHeld)
                .isPresent();
    }

    private boolean isHeld(SignedNote note) {
        return tables.head(note.origin())
                .filter(head -> head.tree().size() >= note.size())
                .filter(head -> Arrays.equals(tables.tree(head.shard()).root(note.size()), note.root()))
                .isPresent();
    }
}
