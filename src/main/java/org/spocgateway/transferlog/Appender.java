package org.spocgateway.transferlog;

import java.util.Map;
import java.util.Optional;
import org.spocgateway.transferlog.LogTables.Head;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;

/** Writes one entry behind a locked head: leaf, complete nodes, reviewers' facts, new head. */
final class Appender {
    private final LogTables tables;
    private final Leaves leaves;
    private final Commitments commitments;
    private final Facts facts;
    private final Vault vault;

    Appender(LogTables tables, Leaves leaves, Commitments commitments, Facts facts, Vault vault) {
        this.tables = tables;
        this.leaves = leaves;
        this.commitments = commitments;
        this.facts = facts;
        this.vault = vault;
    }

    /**
     * What can be made of an entry before its place is known.
     *
     * @param caseSecret makes the case's tag; taken now, since the same transaction may erase the case. Empty without a case, or after
     *     that
     */
    record Prepared(Entry entry, String id, Map<String, String> commitments, Optional<byte[]> caseSecret) {}

    /** Does all that needs no lock, so that the head is locked for as short a time as can be. */
    Prepared prepare(Entry entry) {
        String id = leaves.name();
        return new Prepared(
                entry,
                id,
                commitments.commit(id, entry),
                entry.caseId().map(Holder::of).flatMap(vault::tagSecret));
    }

    /** The head with the entry in it. */
    Head append(Head head, Prepared prepared) {
        String shard = head.shard();
        long seq = head.tree().size();
        var leaf = leaves.leaf(shard, seq, prepared);
        tables.saveLeaf(shard, seq, leaf.bytes());
        Frontier tree = head.tree()
                .add(TreeHash.leaf(leaf.bytes()), (level, index, hash) -> tables.saveNode(shard, level, index, hash));
        var grown = new Head(shard, tree, head.closed());
        tables.save(grown);
        facts.write(shard, seq, leaf.at(), prepared.entry());
        return grown;
    }
}
