/**
 * Durable work: every row that is not at rest has a task that wakes it; the only package that knows db-scheduler.
 *
 * <p>Never: what an id means. Trust: the row's state is the truth, a task only wakes it; a lost task is found by the sweep.
 */
@NullMarked
package org.spocgateway.work;

import org.jspecify.annotations.NullMarked;
