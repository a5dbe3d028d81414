package org.spocgateway.dispatch;

import java.util.Optional;
import org.spocgateway.release.FrozenDecision;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Transfer;
import org.springframework.stereotype.Component;

/** After the queue or a restart a permission is not restored, it is decided again about the bytes as they stand (architecture, layout). */
@Component
class DecidedAgain {
    private final RuleInput input;
    private final Decisions decisions;
    private final WrittenDecisions written;
    private final SealedWords sealed;
    private final Freezing freezing;

    DecidedAgain(
            RuleInput input, Decisions decisions, WrittenDecisions written, SealedWords sealed, Freezing freezing) {
        this.input = input;
        this.decisions = decisions;
        this.written = written;
        this.sealed = sealed;
        this.freezing = freezing;
    }

    /** Empty when it is not permitted any more, which is written down, or when nobody approved it any more. */
    Optional<Permitted> of(TransferRow row) {
        FrozenDecision frozen = sealed.decision(row);
        var measured = freezing.measure(row.content().orElseThrow());
        Optional<Transfer> transfer = input.of(row, input.sender(frozen.transferChannel()), measured);
        if (transfer.isEmpty()) {
            return Optional.empty();
        }
        Decided decided = decisions.again(row, frozen, transfer.get());
        return written.against(row, decided) ? Optional.empty() : Optional.of((Permitted) decided.decision());
    }
}
