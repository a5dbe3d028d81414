package org.spocgateway.casework;

/** The case moved, or something was written down and it stays; then both are the same. */
public record CaseMoved(CaseState from, CaseState to) implements CaseMove {}
