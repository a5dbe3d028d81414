package org.spocgateway.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through an export once: keys, checkpoints, hashes, then every entry in its place. */
final class Replay {
    private static final int NOTE_LINES = 6;

    private final Container container;
    private final List<Shard> shards = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private final List<String> noteLines = new ArrayList<>();
    private int shard;
    private int entry;
    private @Nullable Verdict misunderstood;

    Replay(Container container) {
        this.container = container;
    }

    Verdict run(Optional<String> keyFromElsewhere, Optional<String> checkpointFromElsewhere)
            throws IOException, Unproven {
        container.next("README.txt", line -> {});
        Keys keys = Keys.parse(whole("log.vkey"));
        container.next("checkpoints.txt", line -> checkpointLine(keys, new String(line, StandardCharsets.UTF_8)));
        if (shards.isEmpty() || !noteLines.isEmpty()) {
            throw Unproven.altered("a checkpoint is missing or cut short");
        }
        if (keyFromElsewhere.isPresent()) {
            compare(keys, Keys.parse(keyFromElsewhere.get()));
        }
        if (checkpointFromElsewhere.isPresent()) {
            keep(keys, Note.parse(checkpointFromElsewhere.get()));
        }
        container.next("hashes.txt", this::hashLine);
        container.next("entries.jsonl", this::entryLine);
        container.end();
        return verdict(keyFromElsewhere.isPresent());
    }

    private String whole(String name) throws IOException, Unproven {
        var text = new ByteArrayOutputStream();
        container.next(name, line -> {
            text.writeBytes(line);
            text.write('\n');
        });
        return text.toString(StandardCharsets.UTF_8);
    }

    private void checkpointLine(Keys keys, String line) throws Unproven {
        noteLines.add(line);
        if (noteLines.size() < NOTE_LINES) {
            return;
        }
        if (!line.isEmpty()) {
            throw Unproven.altered("an empty line is missing after a checkpoint");
        }
        Note note = Note.parse(String.join("\n", noteLines)); // the empty sixth line gives the last line end
        noteLines.clear();
        keys.check(note);
        if (shards.isEmpty() || !newest().name().equals(note.origin())) {
            shards.add(new Shard(note.origin(), shards.isEmpty() ? null : newest()));
        }
        newest().add(note);
    }

    private void compare(Keys keys, Keys given) throws Unproven {
        for (Shard each : shards) {
            if (!given.knows(each.name(), keys)) {
                throw Unproven.altered(each.name() + " is signed with another key than the one you gave");
            }
        }
    }

    private void keep(Keys keys, Note note) throws Unproven {
        keys.check(note);
        Shard of = shards.stream()
                .filter(each -> each.name().equals(note.origin()))
                .findFirst()
                .orElseThrow(() -> Unproven.altered("the year of the checkpoint you kept is missing"));
        of.keep(note);
    }

    private void hashLine(byte[] line) throws Unproven {
        String hex = new String(line, StandardCharsets.US_ASCII);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new Unproven(new Verdict.Altered("hashes.txt", hashes.size(), "this line is not a SHA-256"));
        }
        hashes.add(HexFormat.of().parseHex(hex));
    }

    private void entryLine(byte[] line) throws Unproven {
        if (shards.get(shard).isComplete()) {
            shard++;
        }
        if (shard == shards.size() || entry == hashes.size()) {
            throw Unproven.altered("there are more entries than checkpoints or hashes cover");
        }
        Shard current = shards.get(shard);
        if (!current.take(line, hashes.get(entry++)) && misunderstood == null) {
            misunderstood = new Verdict.NotUnderstood(
                    "entry %d of all, in %s, has another schema than v 1".formatted(entry - 1, current.name()));
        }
    }

    private Verdict verdict(boolean keyGiven) throws Unproven {
        if (shard != shards.size() - 1 || !newest().isComplete() || entry != hashes.size()) {
            throw Unproven.altered("entries at the end are missing");
        }
        int checkpoints = shards.stream().mapToInt(Shard::count).sum();
        return misunderstood != null
                ? misunderstood
                : new Verdict.Verified(
                        entry,
                        checkpoints,
                        shards.size(),
                        keyGiven,
                        newest().last().text());
    }

    private Shard newest() {
        return shards.get(shards.size() - 1);
    }
}
