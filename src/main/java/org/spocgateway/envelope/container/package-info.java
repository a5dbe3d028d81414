/**
 * Attached files: what locks them, opening them with a password, and their words; pure, in memory only.
 *
 * <p>Never: the file system, names as paths, macros, links to outside, passwords that live longer than one call. Trust: every byte is
 * hostile; all work is bounded in bytes, entries, depth and time.
 */
@NullMarked
package org.spocgateway.envelope.container;

import org.jspecify.annotations.NullMarked;
