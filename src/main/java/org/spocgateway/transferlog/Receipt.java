package org.spocgateway.transferlog;

import org.jspecify.annotations.Nullable;

/**
 * Proof that an entry is in the log; made only by {@link TransferLog}, never stored.
 *
 * <p>It proves nothing before the transaction that appended the entry has come to its end: until then the entry has no place.
 */
public final class Receipt {
    private @Nullable Place place;

    Receipt() {}

    /** The log shard, such as {@code brackenford.gov.uk/transfer-log/2026}. */
    public String shard() {
        return place().shard();
    }

    /** The position of the entry in its shard, from 0. */
    public long seq() {
        return place().seq();
    }

    void at(String shard, long seq) {
        place = new Place(shard, seq);
    }

    void isVoid() {
        place = null;
    }

    private Place place() {
        if (place == null) {
            throw new IllegalStateException("the transaction that appends the entry has not ended, or was rolled back");
        }
        return place;
    }

    private record Place(String shard, long seq) {}
}
