package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int MOST = 130;
    private static final List<byte[]> LEAVES = new ArrayList<>();
    private static final List<byte[]> ROOTS = new ArrayList<>();
    private static final Map<String, byte[]> NODES = new HashMap<>();
    private static final MerkleTree TREE = new MerkleTree((level, index) -> NODES.get(level + "/" + index));

    @BeforeAll
    static void grow() {
        Frontier tree = Frontier.EMPTY;
        ROOTS.add(tree.root());
        for (int i = 0; i < MOST; i++) {
            byte[] leaf = TreeHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8));
            LEAVES.add(leaf);
            tree = tree.add(leaf, (level, index, hash) -> NODES.put(level + "/" + index, hash));
            ROOTS.add(tree.root());
        }
    }

    /** The certificate-transparency test vectors, also in transparency-dev/merkle: leaves "", 00, 10, 2021, 3031, … */
    @Test
    void the_known_roots_of_eight_leaves_come_out() {
        Frontier tree = Frontier.EMPTY;
        var roots = new ArrayList<String>();
        for (String leaf : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            tree = tree.add(TreeHash.leaf(HexFormat.of().parseHex(leaf)), (level, index, hash) -> {});
            roots.add(HexFormat.of().formatHex(tree.root()));
        }
        assertThat(roots)
                .startsWith(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")
                .endsWith("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void every_root_is_the_one_of_the_plain_recursion_by_frontier_and_by_stored_nodes() {
        for (int size = 0; size <= MOST; size++) {
            byte[] root = recursion(LEAVES.subList(0, size));
            assertThat(ROOTS.get(size)).isEqualTo(root);
            assertThat(TREE.root(size)).isEqualTo(root);
        }
    }

    @Test
    void every_leaf_of_every_size_has_a_proof_that_holds_and_none_holds_for_another_leaf() {
        for (int size = 1; size <= MOST; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = TREE.inclusion(index, size);
                assertThat(rootFrom(LEAVES.get(index), index, size, proof)).isEqualTo(ROOTS.get(size));
                assertThat(rootFrom(TreeHash.empty(), index, size, proof)).isNotEqualTo(ROOTS.get(size));
            }
        }
    }

    @Test
    void every_pair_of_sizes_has_a_consistency_proof_that_gives_both_roots() {
        for (int size = 1; size <= MOST; size++) {
            for (int old = 1; old <= size; old++) {
                List<byte[]> proof = TREE.consistency(old, size);
                assertThat(consistent(old, size, proof, ROOTS.get(old), ROOTS.get(size)))
                        .isTrue();
                if (old < size) {
                    assertThat(consistent(old, size, proof, TreeHash.empty(), ROOTS.get(size)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void there_is_no_proof_for_what_is_not_there() {
        assertThatThrownBy(() -> TREE.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TREE.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TREE.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] recursion(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = 1;
        while (half * 2 < leaves.size()) {
            half *= 2;
        }
        return TreeHash.node(recursion(leaves.subList(0, half)), recursion(leaves.subList(half, leaves.size())));
    }

    /** RFC 9162 section 2.1.3.2. */
    private static byte[] rootFrom(byte[] leaf, long index, long size, List<byte[]> proof) {
        long node = index;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] sibling : proof) {
            if ((node & 1) == 1 || node == last) {
                root = TreeHash.node(sibling, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = TreeHash.node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? root : new byte[0];
    }

    /** RFC 9162 section 2.1.4.2. */
    private static boolean consistent(long old, long size, List<byte[]> proof, byte[] oldRoot, byte[] newRoot) {
        if (old == size) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(old) == 1) {
            path.add(0, oldRoot);
        }
        long node = old - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] first = path.get(0);
        byte[] second = path.get(0);
        for (byte[] hash : path.subList(1, path.size())) {
            if ((node & 1) == 1 || node == last) {
                first = TreeHash.node(hash, first);
                second = TreeHash.node(hash, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = TreeHash.node(second, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(first, oldRoot) && Arrays.equals(second, newRoot);
    }
}
