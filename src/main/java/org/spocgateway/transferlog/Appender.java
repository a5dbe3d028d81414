package org.spocgateway.transferlog;

import java.util.Map;
import org.spocgateway.transferlog.LogTables.Head;

/** Writes one entry behind a locked head: leaf, complete nodes, reviewers' facts, new head. */
final class Appender {
    private final LogTables tables;
    private final Leaves leaves;
    private final Commitments commitments;
    private final Facts facts;

    Appender(LogTables tables, Leaves leaves, Commitments commitments, Facts facts) {
        this.tables = tables;
        this.leaves = leaves;
        this.commitments = commitments;
        this.facts = facts;
    }

    /** What can be made of an entry before its place is known. */
    record Prepared(Entry entry, String id, Map<String, String> commitments) {}

    /** Does all that needs no lock, so that the head is locked for as short a time as can be. */
    Prepared prepare(Entry entry) {
        String id = leaves.name();
        return new Prepared(entry, id, commitments.commit(id, entry));
    }

    /** The head with the entry in it. */
    Head append(Head head, Prepared prepared) {
        String shard = head.shard();
        long seq = head.tree().size();
        var leaf = leaves.leaf(shard, seq, prepared.entry(), prepared.id(), prepared.commitments());
        tables.saveLeaf(shard, seq, leaf.bytes());
        Frontier tree = head.tree()
                .add(TreeHash.leaf(leaf.bytes()), (level, index, hash) -> tables.saveNode(shard, level, index, hash));
        var grown = new Head(shard, tree, head.closed());
        tables.save(grown);
        facts.write(shard, seq, leaf.at(), prepared.entry());
        return grown;
    }
}
