package org.spocgateway.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A growing Merkle tree of RFC 6962, of which only the roots of the full subtrees are kept. */
final class Tree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final Deque<Full> right = new ArrayDeque<>(); // smallest first
    private long size;

    private record Full(long leaves, byte[] root) {}

    static byte[] leafHash(byte[] leaf) {
        return Hash.of(LEAF, leaf);
    }

    void add(byte[] leafHash) {
        var full = new Full(1, leafHash);
        while (!right.isEmpty() && right.getFirst().leaves() == full.leaves()) {
            Full left = right.removeFirst();
            full = new Full(2 * left.leaves(), Hash.of(NODE, left.root(), full.root()));
        }
        right.addFirst(full);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (right.isEmpty()) {
            return Hash.of();
        }
        Iterator<Full> rest = right.iterator();
        byte[] root = rest.next().root();
        while (rest.hasNext()) {
            root = Hash.of(NODE, rest.next().root(), root);
        }
        return root;
    }
}
