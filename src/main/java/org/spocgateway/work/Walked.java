package org.spocgateway.work;

import java.time.Duration;
import java.util.Optional;

/** Where a walk ended. */
sealed interface Walked permits Walked.AtRest, Walked.Unchanged, Walked.Postponed {
    /** The page that did not carry the row on, if it ended at one. */
    default Optional<DurableTable.Page> stuckAt() {
        return Optional.empty();
    }

    /** No page carries the row on at present. */
    record AtRest() implements Walked {}

    /** The page ran and changed nothing: somebody else was here, or the sweep tries again in a minute. */
    record Unchanged(DurableTable.Page page) implements Walked {
        @Override
        public Optional<DurableTable.Page> stuckAt() {
            return Optional.of(page);
        }
    }

    /** The world was away. */
    record Postponed(DurableTable.Page page, Duration after) implements Walked {
        @Override
        public Optional<DurableTable.Page> stuckAt() {
            return Optional.of(page);
        }
    }
}
