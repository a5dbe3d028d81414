package org.spocgateway.transferlog;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.spocgateway.transferlog.LogTables.Head;

/** One shard a calendar year: entry 0 of a new one names the last checkpoint of the one before, which is closed in the same transaction. */
final class Shards {
    /** The key is a file that this process reads; a signer of its own would say so here. */
    static final String SIGNER_RUNS = "in-process";

    private final LogTables tables;
    private final Appender appender;
    private final LogKey key;
    private final TransferLogSettings settings;
    private final Clock clock;

    Shards(LogTables tables, Appender appender, LogKey key, TransferLogSettings settings, Clock clock) {
        this.tables = tables;
        this.appender = appender;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** The head of the shard to append to, locked; opened here when the year is new. A clock that went back opens nothing. */
    Head lockCurrent() {
        String ofToday = settings.shard(clock.instant().atZone(ZoneOffset.UTC).getYear());
        while (true) {
            Optional<String> newest = newest();
            if (newest.isEmpty() || newest.get().compareTo(ofToday) < 0) {
                return open(ofToday, newest);
            }
            Head head = tables.lock(newest.get());
            if (!head.closed()) {
                return head.tree().size() == 0 ? begin(head, Optional.empty()) : head;
            }
        }
    }

    /** The shard that is appended to now. */
    Optional<String> newest() {
        List<String> all = tables.shards();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private Head open(String shard, Optional<String> before) {
        Optional<Checkpoint> last = before.map(tables::lock).map(this::close);
        tables.open(shard);
        Head head = tables.lock(shard);
        return head.tree().size() == 0 ? begin(head, last) : head;
    }

    private Checkpoint close(Head old) {
        var last = key.checkpoint(old.shard(), old.tree().size(), old.tree().root());
        tables.saveCheckpoint(last, clock.instant());
        tables.save(new Head(old.shard(), old.tree(), true));
        return last;
    }

    private Head begin(Head head, Optional<Checkpoint> last) {
        var entry = Entry.of(EntryType.LOG_SHARD, Direction.INTERNAL).with(Field.SIGNER_RUNS, SIGNER_RUNS);
        last.ifPresent(entry::previous);
        return appender.append(head, appender.prepare(entry));
    }
}
