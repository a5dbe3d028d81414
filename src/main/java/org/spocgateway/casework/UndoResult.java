package org.spocgateway.casework;

/** What came of undoing. */
public enum UndoResult {
    UNDONE,
    /** The time for undoing is over. */
    TOO_LATE,
    UNDONE_BEFORE,
    UNKNOWN
}
