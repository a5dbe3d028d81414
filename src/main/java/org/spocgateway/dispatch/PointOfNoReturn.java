package org.spocgateway.dispatch;

import org.spocgateway.transferlog.Receipt;

/** The step that cannot be taken back: committed, durable and in a signed checkpoint before it is taken. */
@FunctionalInterface
public interface PointOfNoReturn {
    /**
     * Commits {@code out.eod-intent} under the gate's lock, takes the barrier and waits for the signed checkpoint.
     *
     * @throws RuntimeException if any of that failed: the courier then resets the connection and the step is not taken
     */
    Receipt cross();
}
