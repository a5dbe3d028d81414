package org.spocgateway.transferlog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spocgateway.transferlog.LogTables.Head;

/** Signs a head and writes the checkpoint where it must stand: first {@code state/checkpoint}, then the database. */
final class CheckpointWriter {
    private final LogTables tables;
    private final LogKey key;
    private final DurableFile file;
    private final DurableFile verifierKeys;
    private final Clock clock;
    private final Runnable barrier;

    CheckpointWriter(LogTables tables, LogKey key, DurableFile file, Path state, Clock clock, Runnable barrier) {
        this.tables = tables;
        this.key = key;
        this.file = file;
        verifierKeys = new DurableFile(state.resolve("log.vkey"));
        this.clock = clock;
        this.barrier = barrier;
    }

    /** The checkpoint of this committed head; the last one when it is the same. */
    Checkpoint write(Head head, Optional<Checkpoint> last) {
        var checkpoint =
                key.checkpoint(head.shard(), head.tree().size(), head.tree().root());
        if (last.isPresent() && last.get().equals(checkpoint)) {
            return checkpoint;
        }
        barrier.run(); // a signed entry must not vanish in a power cut: the fence would refuse a database that is in
        // order
        if (last.isEmpty() || !last.get().shard().equals(head.shard())) {
            verifierKeys.write(verifierKeys());
        }
        file.write(checkpoint.note());
        tables.saveCheckpoint(checkpoint, clock.instant());
        return checkpoint;
    }

    /** One verifier key a shard, one a line. */
    String verifierKeys() {
        return tables.shards().stream()
                .map(shard -> key.verifierKey(shard) + "\n")
                .collect(Collectors.joining());
    }
}
