package org.spocgateway.release;

/** Permitted over exactly one transfer channel, or refused, or held, the last two with every reason. */
public sealed interface Decision permits Permitted, Refused, Held {}
