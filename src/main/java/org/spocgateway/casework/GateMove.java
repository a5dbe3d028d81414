package org.spocgateway.casework;

/** What came of trying to move a gate. */
public sealed interface GateMove permits Moved, NotMoved {}
