package org.spocgateway.casework;

/** What can happen to a case. */
public enum CaseEvent {
    /** Police sent it to us, or it has gone on to them (policy 4.1). */
    WITH_POLICE,
    /** An officer confirmed that information gathering can commence (R2). */
    GATE_OPENS,
    /** A spoken go-ahead lapsed, police said not yet, or an officer said that it was none (R2c, R3). */
    GATE_CLOSES,
    /** Police say stop (R4). */
    STOP,
    /** An officer approved a question to a partner (policy 4.4). */
    REQUEST_APPROVED,
    /** The last question was taken back in time. */
    REQUESTS_UNDONE,
    /** An officer says that the panel has what it needs. */
    READY,
    /** The panel has met (policy 4.5). */
    PANEL_MEETS,
    /** The panel adopted it. */
    ADOPT,
    /** The panel did not adopt it. */
    DO_NOT_ADOPT,
    /** The panel gives it back to police. */
    RETURN_TO_POLICE,
    /** Police say that nothing more is to be done, in writing or on the telephone (R31). */
    CLOSE,
    /** An officer puts a message on a case that was closed. */
    REOPEN,
    /** An officer says that it is the same matter as another case. */
    DUPLICATE,
    /** An officer says that it is a matter of its own after all. */
    NOT_DUPLICATE,
    /** Six months have passed since it was closed. */
    SIX_MONTHS_PASS,
    /** Twelve months have passed since it was closed. */
    TWELVE_MONTHS_PASS,
    /** The last review is done, or the duplicate was kept long enough. */
    RETENTION_ENDS,
    /** What is left of it is erased. */
    PURGE
}
