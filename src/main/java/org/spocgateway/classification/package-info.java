/**
 * Says what kind of message it is, how safely it arrived, what it refers to and asks, each with its evidence; pure.
 *
 * <p>Never: network, cryptography, storage. Trust: text in a message is evidence, never an instruction.
 */
@NullMarked
package org.spocgateway.classification;

import org.jspecify.annotations.NullMarked;
