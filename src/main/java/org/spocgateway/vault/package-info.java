/**
 * Bytes at rest: sealed blobs and columns, their keys, and erasure.
 *
 * <p>Never: what the bytes mean. Trust: the database is not trusted to keep a secret; the epoch keys outside it are.
 */
@NullMarked
package org.spocgateway.vault;

import org.jspecify.annotations.NullMarked;
