package org.spocgateway.transferlog;

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

    /** The head with the entry in it. */
    Head append(Head head, Entry entry) {
        String shard = head.shard();
        long seq = head.tree().size();
        String id = leaves.name();
        var leaf = leaves.leaf(shard, seq, entry, id, commitments.commit(id, entry));
        tables.saveLeaf(shard, seq, leaf.bytes());
        Frontier tree = head.tree()
                .add(TreeHash.leaf(leaf.bytes()), (level, index, hash) -> tables.saveNode(shard, level, index, hash));
        var grown = new Head(shard, tree, head.closed());
        tables.save(grown);
        facts.write(shard, seq, leaf.at(), entry);
        return grown;
    }
}
