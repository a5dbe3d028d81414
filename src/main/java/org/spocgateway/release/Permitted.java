package org.spocgateway.release;

import java.util.Objects;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;

/** Leave to send one transfer over one transfer channel; made only by {@link ReleaseRules}, never stored, never on a route. */
public final class Permitted implements Decision {
    private final Transfer transfer;
    private final FrozenDecision frozen;

    Permitted(Transfer transfer, FrozenDecision frozen) {
        this.transfer = Objects.requireNonNull(transfer);
        this.frozen = Objects.requireNonNull(frozen);
    }

    /** Which transfer. */
    public TransferId id() {
        return transfer.id();
    }

    /** What was permitted, as it was put to the rules. */
    public Transfer transfer() {
        return transfer;
    }

    /** The one way it may go. */
    public TransferChannel transferChannel() {
        return frozen.transferChannel();
    }

    /** The decision in the form that is stored and decided again before sending. */
    public FrozenDecision frozen() {
        return frozen;
    }
}
