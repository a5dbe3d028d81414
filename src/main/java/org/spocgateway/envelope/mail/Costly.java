package org.spocgateway.envelope.mail;

/** A message is over one of its {@link Bounds}; carries no content. */
public final class Costly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Costly(String which) {
        super("over a bound: " + which);
    }
}
