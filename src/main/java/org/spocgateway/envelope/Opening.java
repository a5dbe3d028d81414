package org.spocgateway.envelope;

/** What came of trying to open a message: opened whole, or not at all. */
public sealed interface Opening permits Opened, Unopened {}
