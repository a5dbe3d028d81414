package org.spocgateway.transferlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the log: heads, entries, nodes, checkpoints. */
final class LogTables {
    private final JdbcClient jdbc;

    LogTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One shard: its name, its tree, and whether a later shard has taken over. */
    record Head(String shard, Frontier tree, boolean closed) {}

    /** Makes the row of a new shard; nothing when another transaction made it. */
    void open(String shard) {
        jdbc.sql("insert into log_head (shard, size, frontier, closed) values (?, 0, ?, false) on conflict do nothing")
                .params(shard, new byte[0])
                .update();
    }

    /** The head, locked until the transaction ends. */
    Head lock(String shard) {
        return jdbc.sql("select shard, size, frontier, closed from log_head where shard = ? for update")
                .param(shard)
                .query(LogTables::head)
                .single();
    }

    Optional<Head> head(String shard) {
        return jdbc.sql("select shard, size, frontier, closed from log_head where shard = ?")
                .param(shard)
                .query(LogTables::head)
                .optional();
    }

    /** Names of all shards, oldest first. */
    List<String> shards() {
        return jdbc.sql("select shard from log_head order by shard")
                .query(String.class)
                .list();
    }

    void save(Head head) {
        jdbc.sql("update log_head set size = ?, frontier = ?, closed = ? where shard = ?")
                .params(head.tree().size(), head.tree().roots(), head.closed(), head.shard())
                .update();
    }

    void saveLeaf(String shard, long seq, byte[] leaf) {
        jdbc.sql("insert into log_entry (shard, seq, leaf) values (?, ?, ?)")
                .params(shard, seq, leaf)
                .update();
    }

    Optional<byte[]> leaf(String shard, long seq) {
        return jdbc.sql("select leaf from log_entry where shard = ? and seq = ?")
                .params(shard, seq)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Leaves of a part of a shard, in order; fewer than asked for when some are gone. */
    List<byte[]> leaves(String shard, long from, long to) {
        return jdbc.sql("select leaf from log_entry where shard = ? and seq >= ? and seq < ? order by seq")
                .params(shard, from, to)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** Stored hashes of leaves, in order: they tell which leaf was changed in the database afterwards. */
    List<byte[]> hashes(String shard, long from, long to) {
        return jdbc.sql("select hash from log_node where shard = ? and lvl = 0 and idx >= ? and idx < ? order by idx")
                .params(shard, from, to)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    void saveNode(String shard, int level, long index, byte[] hash) {
        jdbc.sql("insert into log_node (shard, lvl, idx, hash) values (?, ?, ?, ?)")
                .params(shard, level, index, hash)
                .update();
    }

    /** The tree of a shard from its stored nodes. */
    MerkleTree tree(String shard) {
        return new MerkleTree(
                (level, index) -> jdbc.sql("select hash from log_node where shard = ? and lvl = ? and idx = ?")
                        .params(shard, level, index)
                        .query((row, n) -> row.getBytes(1))
                        .single());
    }

    void saveCheckpoint(Checkpoint checkpoint, Instant at) {
        jdbc.sql("insert into log_checkpoint (shard, size, note, signed_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(checkpoint.shard(), checkpoint.size(), checkpoint.note(), time(at))
                .update();
    }

    /** Checkpoints of a shard, oldest first. */
    List<Checkpoint> checkpoints(String shard) {
        return jdbc.sql("select shard, size, note from log_checkpoint where shard = ? order by size")
                .param(shard)
                .query((row, n) -> new Checkpoint(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /** The newest checkpoint of the shard, if it covers this entry. */
    Optional<Checkpoint> covering(String shard, long seq) {
        return jdbc.sql("select shard, size, note from log_checkpoint where shard = ? order by size desc limit 1")
                .param(shard)
                .query((row, n) -> new Checkpoint(row.getString(1), row.getLong(2), row.getString(3)))
                .optional()
                .filter(last -> seq >= 0 && last.size() > seq);
    }

    /** The newest checkpoint of the newest shard that has one, and when it was signed. */
    Optional<Dated> latest() {
        return jdbc.sql(
                        "select shard, size, note, signed_at from log_checkpoint order by shard desc, size desc limit 1")
                .query((row, n) -> new Dated(
                        new Checkpoint(row.getString(1), row.getLong(2), row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whether any checkpoint was signed but those that close a shard in its last transaction. */
    boolean hasCheckpoints() {
        return jdbc.sql(
                                "select count(*) from log_checkpoint c where not exists"
                                        + " (select 1 from log_head h where h.shard = c.shard and h.closed and h.size = c.size)")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A checkpoint and the time it was signed. */
    record Dated(Checkpoint checkpoint, Instant signedAt) {}

    /** A moment as both databases take it. */
    static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getString("shard"),
                new Frontier(row.getLong("size"), row.getBytes("frontier")),
                row.getBoolean("closed"));
    }
}
