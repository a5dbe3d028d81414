package org.spocgateway.release;

import java.util.List;

/** One sentence of the policy, put to one transfer: no clock, no input or output, no state. */
@FunctionalInterface
interface ReleaseRule {
    /** Everything it has against this transfer; empty is nothing. */
    List<Objection> objections(Facts facts);
}
