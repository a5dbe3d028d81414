package org.spocgateway.transferlog;

import java.time.Instant;

/**
 * One entry of the log as it stands there.
 *
 * @param type its word, such as {@code out.sent}
 * @param actor role and pseudonym
 * @param leaf the leaf's canonical JSON
 * @param hash the leaf's hash in the tree, hexadecimal
 */
public record LoggedStep(String shard, long seq, Instant at, String type, String actor, String leaf, String hash) {}
