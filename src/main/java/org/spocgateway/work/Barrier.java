package org.spocgateway.work;

/** The point after which everything committed before is on the disk; taken directly before every outside effect. */
public interface Barrier {
    /**
     * Returns once everything committed before this call is durable. Never called inside a transaction.
     *
     * @throws IllegalStateException if the database cannot promise it; the caller then causes no outside effect
     */
    void take();

    /**
     * Reads back the settings on which the promise rests: at start and with every health check, for somebody can change them at run
     * time. Nothing is repaired silently.
     *
     * @throws NotDurable if one of them is wrong
     */
    default void check() {}
}
