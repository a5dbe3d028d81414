package org.spocgateway.classification;

/** What a message proposes for the gate of its case; an officer decides. */
public enum GateEffect {
    NONE,
    OPEN_PROPOSED,
    STAY_CLOSED,
    STOP,
    /** Ambiguous: waits in front of a person. */
    HOLD
}
