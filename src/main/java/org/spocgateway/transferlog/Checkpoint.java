package org.spocgateway.transferlog;

/**
 * A signed statement of the log's size and root (C2SP tlog-checkpoint).
 *
 * @param shard the origin line
 * @param size number of entries covered
 * @param note the whole signed note, as text
 */
public record Checkpoint(String shard, long size, String note) {}
