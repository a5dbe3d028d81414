package org.spocgateway.portal;

import java.time.Instant;

/** What came of typing a code. */
sealed interface CodeTried permits CodeTried.Right, CodeTried.Wrong, CodeTried.Wait, CodeTried.NoCode {
    /** Both locks are open. */
    record Right() implements CodeTried {}

    /** Not this one. */
    record Wrong(int triesLeft) implements CodeTried {}

    /** Too many wrong ones: a new code works from this moment. */
    record Wait(Instant until) implements CodeTried {}

    /** None was read out, or it is too old or used. */
    record NoCode() implements CodeTried {}

    /** The word in the log. */
    default String word() {
        if (this instanceof Right) {
            return "right";
        }
        if (this instanceof Wrong) {
            return "wrong-code";
        }
        return this instanceof Wait ? "too-many" : "no-code";
    }
}
