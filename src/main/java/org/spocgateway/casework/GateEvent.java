package org.spocgateway.casework;

/** What can happen to a gate. */
public enum GateEvent {
    /** An authenticated police message asks for information or gives a go-ahead (R2a, R2b). */
    MESSAGE_PROPOSES,
    /** An officer points at the police message that is the go-ahead. */
    OFFICER_PROPOSES,
    /** An officer notes a spoken go-ahead that a second officer is to confirm (R2c). */
    SPOKEN_FOR_SECOND,
    /** An officer notes a spoken go-ahead; police mail is to follow (R2c). */
    SPOKEN,
    /** An officer confirms the proposal. */
    CONFIRM,
    /** An officer says that the proposal is no go-ahead. */
    DECLINE,
    /** Police say not yet (R3). */
    NOT_YET,
    /** Police say stop (R4). */
    STOP,
    /** Police mail did not follow a spoken go-ahead within one working day (R2c). */
    LAPSE,
    /** Police say that nothing more is to be done, or another service takes it. */
    CASE_CLOSES
}
