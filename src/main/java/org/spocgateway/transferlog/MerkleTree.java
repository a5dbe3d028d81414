package org.spocgateway.transferlog;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of a tree whose complete nodes are stored (RFC 6962 sections 2.1.1 and 2.1.2). */
final class MerkleTree {
    /** Gives a stored node: level 0 holds the leaves' hashes. */
    interface Nodes {
        byte[] at(int level, long index);
    }

    private final Nodes nodes;

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root when the tree had {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? TreeHash.empty() : range(0, size);
    }

    /** What must be hashed with the leaf at {@code index}, from the leaf upwards, to get the root at {@code size}. */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the tree has no such leaf at this size");
        }
        return inclusion(index, 0, size);
    }

    /** What shows that the tree of {@code oldSize} leaves is the beginning of the tree of {@code newSize}. */
    List<byte[]> consistency(long oldSize, long newSize) {
        if (oldSize <= 0 || oldSize > newSize) {
            throw new IllegalArgumentException("no proof between these sizes");
        }
        return consistency(oldSize, 0, newSize, true);
    }

    private List<byte[]> inclusion(long index, long from, long to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        long middle = from + split(to - from);
        boolean left = index < middle;
        List<byte[]> proof = left ? inclusion(index, from, middle) : inclusion(index, middle, to);
        proof.add(left ? range(middle, to) : range(from, middle));
        return proof;
    }

    private List<byte[]> consistency(long old, long from, long to, boolean whole) {
        if (old == to) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(range(from, to)));
        }
        long middle = from + split(to - from);
        boolean left = old <= middle;
        List<byte[]> proof = left ? consistency(old, from, middle, whole) : consistency(old, middle, to, false);
        proof.add(left ? range(middle, to) : range(from, middle));
        return proof;
    }

    private byte[] range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            return nodes.at(Long.numberOfTrailingZeros(width), from / width);
        }
        long middle = from + Long.highestOneBit(width);
        return TreeHash.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two smaller than {@code width}. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
