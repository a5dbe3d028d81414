package org.spocgateway.casework;

import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;

/** The gate of each case (policy 4.1 to 4.3): a row with a lock. */
public class Gates {
    /** The gate as it is now. */
    public Gate gate(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** The gate under its row lock until the running transaction ends; STOP takes the same lock. */
    public Gate lock(CaseId id) {
        throw new IllegalStateException("to be written");
    }
}
