/**
 * The verifier of an exported transfer log: plain Java that shares no code with the writer.
 *
 * <p>Never: the database, Spring, anything else of ours. Trust: needs only the export and the public key; it believes nothing that it has not recomputed.
 */
@NullMarked
package org.spocgateway.proof;

import org.jspecify.annotations.NullMarked;
