package org.spocgateway.transferlog;

/** Proof that an entry was appended in the transaction that ran; made only by {@link TransferLog}, never stored. */
public final class Receipt {
    private final String shard;
    private final long seq;

    Receipt(String shard, long seq) {
        this.shard = shard;
        this.seq = seq;
    }

    /** The log shard, such as {@code brackenford.gov.uk/transfer-log/2026}. */
    public String shard() {
        return shard;
    }

    /** The position of the entry in its shard, from 0. */
    public long seq() {
        return seq;
    }
}
