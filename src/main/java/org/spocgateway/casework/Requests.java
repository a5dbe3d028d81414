package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.terms.TransferId;

/** Requests of officers, from draft to answer; one decision object for desk, API and command line. */
public class Requests {
    /** What was approved for one recipient. */
    public Optional<Outgoing> outgoing(TransferId id) {
        throw new IllegalStateException("to be written");
    }
}
