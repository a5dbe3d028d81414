package org.spocgateway.envelope;

/** Kept as it came, byte for byte; the fault says why and what to do next. */
public record Unopened(Fault fault) implements Opening {}
