/**
 * Values used by two or more packages: addresses, references, ids, the gate, the ways of sending.
 *
 * <p>Never: input or output, Spring, loggers. Trust: every value here has checked itself; text from outside becomes one of
 * these or it goes no further.
 */
@NullMarked
package org.spocgateway.terms;

import org.jspecify.annotations.NullMarked;
