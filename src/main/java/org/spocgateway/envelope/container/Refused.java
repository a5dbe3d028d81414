package org.spocgateway.envelope.container;

import java.io.IOException;

/** A file was not opened; carries nothing of it, and nothing that its parser said. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Unlocking.Why why;

    Refused(Unlocking.Why why) {
        super(why.name());
        this.why = why;
    }

    Unlocking.Why why() {
        return why;
    }
}
