package org.spocgateway.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One calendar year of the log: its checkpoints, and its tree as it grows again from the entries. */
final class Shard {
    private final String name;
    private final @Nullable Shard before;
    private final List<Note> checkpoints = new ArrayList<>();
    private final List<Note> kept = new ArrayList<>();
    private final Tree tree = new Tree();
    private int next;
    private long sound;

    Shard(String name, @Nullable Shard before) {
        this.name = name;
        this.before = before;
    }

    String name() {
        return name;
    }

    void add(Note note) throws Unproven {
        if (!checkpoints.isEmpty() && note.size() <= last().size()) {
            throw Unproven.altered("the checkpoints of " + name + " are not in order");
        }
        checkpoints.add(note);
    }

    /** A checkpoint that was kept elsewhere: its entries must still be here, unchanged. */
    void keep(Note note) throws Unproven {
        if (note.size() > last().size()) {
            throw Unproven.altered("entries from %d of %s on are missing: the checkpoint you kept has %d"
                    .formatted(last().size(), name, note.size()));
        }
        kept.add(note);
    }

    Note last() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    int count() {
        return checkpoints.size();
    }

    boolean isComplete() {
        return tree.size() == last().size();
    }

    /** Takes the next entry, and the hash that was stored with it; says whether the entry was understood. */
    boolean take(byte[] bytes, byte[] storedHash) throws Unproven {
        long seq = tree.size();
        byte[] hash = Tree.leafHash(bytes);
        if (!Arrays.equals(hash, storedHash)) {
            throw altered(seq, "the entry, or its stored hash, was changed");
        }
        Leaf leaf = Leaf.read(bytes).orElseThrow(() -> altered(seq, "it is not canonical JSON (RFC 8785)"));
        boolean understood = leaf.isUnderstood();
        Optional<String> fault = understood ? leaf.fault(name, seq) : Optional.empty();
        if (fault.isPresent()) {
            throw altered(seq, fault.get());
        }
        if (seq == 0 && understood) {
            chain(leaf);
        }
        tree.add(hash);
        compareRoots();
        return understood;
    }

    private void compareRoots() throws Unproven {
        if (next < checkpoints.size() && checkpoints.get(next).size() == tree.size()) {
            compare(checkpoints.get(next++));
            sound = tree.size();
        }
        for (Note note : kept) {
            if (note.size() == tree.size()) {
                compare(note);
            }
        }
    }

    private void compare(Note note) throws Unproven {
        if (!Arrays.equals(note.root(), tree.root())) {
            throw altered(sound, "an entry from here to %d is not the one that was signed".formatted(tree.size() - 1));
        }
    }

    /** Entry 0 names the last checkpoint of the year before, so no year can be exchanged or left out. */
    private void chain(Leaf first) throws Unproven {
        Map<?, ?> named = first.previous().orElse(Map.of());
        Map<?, ?> found = before == null ? Map.of() : before.asPrevious();
        if (!named.equals(found)) {
            throw altered(0, "it does not follow the last checkpoint of the year before");
        }
    }

    private Map<String, Object> asPrevious() {
        byte[] hash = Hash.of(last().text().getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "shard", name,
                "size", last().size(),
                "checkpoint_sha256", HexFormat.of().formatHex(hash));
    }

    private Unproven altered(long seq, String what) {
        return new Unproven(new Verdict.Altered(name, seq, what));
    }
}
