package org.spocgateway.work;

import java.time.Duration;

/** Where a walk ended. */
sealed interface Walked permits Walked.AtRest, Walked.Unchanged, Walked.Postponed {
    /** No page carries the row on at present. */
    record AtRest() implements Walked {}

    /** The page ran and changed nothing: somebody else was here, or the sweep tries again in a minute. */
    record Unchanged() implements Walked {}

    /** The world was away. */
    record Postponed(Duration after) implements Walked {}
}
