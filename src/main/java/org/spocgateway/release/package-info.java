/**
 * Pure rules to a decision: each recipient of each transfer over exactly one transfer channel, or refused or held with every reason.
 *
 * <p>Never: input or output, clock, state, exceptions for refusals. Trust: a Permitted is made only here.
 */
@NullMarked
package org.spocgateway.release;

import org.jspecify.annotations.NullMarked;
