/**
 * Cuts MIME into its parts without copying or decoding more than is asked for, in blocks and in one pass; a room of {@code envelope}
 * that nobody else enters.
 *
 * <p>Never: meaning, trust, whole messages in memory. Trust: every byte is hostile; sizes are bounded, nothing is repaired in secret.
 */
@NullMarked
package org.spocgateway.envelope.mime;

import org.jspecify.annotations.NullMarked;
