package org.spocgateway.casework;

import java.util.Arrays;
import java.util.Locale;

/** Where a case stands; {@link CaseTable} says how it gets from one place to the next (policy 4.1 to 4.5). */
public enum CaseState {
    /** It has begun, and police do not have it yet. */
    NEW,
    /** Police have not said that information gathering can commence (policy 4.1). */
    AWAITING_POLICE,
    /** Partners may be asked (policy 4.4). */
    GATHERING_OPEN,
    /** Partners have been asked. */
    REQUESTS_OUT,
    /** What is there goes to the panel; a late answer may still be given in person (policy 4.4). */
    READY_FOR_PANEL,
    /** The panel has met (policy 4.5). */
    PANEL_HELD,
    /** The panel adopted it. */
    ADOPTED,
    /** The panel did not adopt it. */
    NOT_ADOPTED,
    /** The panel gave it back to police. */
    RETURNED_TO_POLICE,
    /** Police have said stop (policy 4.2). */
    STOPPED,
    /** The same matter as another case, which goes on. */
    DUPLICATE_OF,
    /** Nothing more is to be done. */
    CLOSED,
    /** Six months after it was closed: to be looked at again. */
    REVIEW_6M,
    /** Twelve months after it was closed: to be looked at a last time. */
    REVIEW_12M,
    /** Kept long enough. */
    PURGE_DUE,
    /** Nothing about the person is left. */
    PURGED;

    /** The word in the database, the log and on screens: {@code awaiting-police}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody still works on it. */
    public boolean isOpen() {
        return compareTo(DUPLICATE_OF) < 0;
    }

    /** The state of that word. */
    public static CaseState of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state of a case: " + word));
    }
}
