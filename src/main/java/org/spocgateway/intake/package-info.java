/**
 * The record of every inbound message and its state, from the mailbox to the case.
 *
 * <p>Never: parsing by itself. Trust: the mailbox is changed only after our own record is on the disk.
 */
@NullMarked
package org.spocgateway.intake;

import org.jspecify.annotations.NullMarked;
