package org.spocgateway.casework;

import org.spocgateway.terms.Gate;

/** The gate moved; both may be the same, for instance when police say stop twice. */
public record Moved(Gate from, Gate to) implements GateMove {}
