package org.spocgateway.transferlog;

import java.util.Arrays;

/**
 * What must be known of a tree to add a leaf and to tell the root: the roots of its full subtrees, largest first.
 *
 * @param size number of leaves
 * @param roots one SHA-256 for every bit that is set in {@code size}, one after the other
 */
record Frontier(long size, byte[] roots) {
    static final Frontier EMPTY = new Frontier(0, new byte[0]);

    Frontier {
        if (roots.length != Long.bitCount(size) * TreeHash.LENGTH) {
            throw new IllegalArgumentException("the frontier does not belong to this size");
        }
    }

    /** Hears of every node that a new leaf completes; two on average. */
    interface Completed {
        void node(int level, long index, byte[] hash);
    }

    /** The tree with one leaf more. */
    Frontier add(byte[] leafHash, Completed completed) {
        byte[] hash = leafHash;
        int kept = roots.length / TreeHash.LENGTH;
        long index = size;
        for (int level = 0; ; level++, index >>= 1) {
            completed.node(level, index, hash);
            if ((index & 1) == 0) {
                break;
            }
            hash = TreeHash.node(subtree(--kept), hash);
        }
        byte[] next = Arrays.copyOf(roots, (kept + 1) * TreeHash.LENGTH);
        System.arraycopy(hash, 0, next, kept * TreeHash.LENGTH, TreeHash.LENGTH);
        return new Frontier(size + 1, next);
    }

    /** The root of the whole tree. */
    byte[] root() {
        int last = roots.length / TreeHash.LENGTH - 1;
        if (last < 0) {
            return TreeHash.empty();
        }
        byte[] root = subtree(last);
        for (int i = last - 1; i >= 0; i--) {
            root = TreeHash.node(subtree(i), root);
        }
        return root;
    }

    private byte[] subtree(int i) {
        return Arrays.copyOfRange(roots, i * TreeHash.LENGTH, (i + 1) * TreeHash.LENGTH);
    }
}
