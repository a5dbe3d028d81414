package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages 60 to 62: takes a permitted transfer, has it decided again, carries it once, and writes down what came of it. */
@Component
class Sending {
    private final TransferRows rows;
    private final DecidedAgain again;
    private final Crossing crossing;
    private final Outcomes outcomes;
    private final TransferEntries entries;
    private final TransferLog log;
    private final Clock clock;
    private final TransactionTemplate tx;
    private final Set<TransferId> underWay = ConcurrentHashMap.newKeySet();

    Sending(
            TransferRows rows,
            DecidedAgain again,
            Crossing crossing,
            Outcomes outcomes,
            TransferEntries entries,
            TransferLog log,
            Clock clock,
            TransactionTemplate tx) {
        this.rows = rows;
        this.again = again;
        this.crossing = crossing;
        this.outcomes = outcomes;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
        this.tx = tx;
    }

    /** Carries the transfer by this courier; nothing when it is elsewhere, not yet due, on another way, or under way. */
    void send(String id, Courier courier) {
        var transfer = new TransferId(id);
        if (!log.mayAct() || !underWay.add(transfer)) {
            return;
        }
        try {
            rows.find(transfer)
                    .filter(row -> row.transferChannel()
                            .filter(way -> way == courier.transferChannel())
                            .isPresent())
                    .ifPresent(row -> take(row, courier));
        } finally {
            underWay.remove(transfer);
        }
    }

    private void take(TransferRow row, Courier courier) {
        if (row.state() == TransferState.EOD_INTENT) {
            outcomes.afterCrash(row);
        } else if (row.state() == TransferState.ATTEMPTING
                || (row.state() == TransferState.PERMITTED && !row.notBefore().isAfter(clock.instant()))) {
            again.of(row).ifPresent(permitted -> carry(row, permitted, courier));
        }
    }

    private void carry(TransferRow row, Permitted permitted, Courier courier) {
        long epoch = row.epoch() + 1;
        if (!claim(row)) {
            return;
        }
        var content =
                new Content(row.content().orElseThrow(), permitted.frozen().content());
        Carriage carriage = courier.carry(permitted, content, crossing.of(row, epoch, content));
        outcomes.settle(row, epoch, carriage);
    }

    private boolean claim(TransferRow row) {
        return Boolean.TRUE.equals(tx.execute(status -> {
            boolean ours = rows.claim(row.id(), row.epoch());
            if (ours) {
                log.append(entries.about(row, EntryType.OUT_ATTEMPT)
                        .with(Field.TO_STATE, TransferState.ATTEMPTING.word())
                        .with(Field.ATTEMPT, row.attempts() + 1L));
            }
            return ours;
        }));
    }
}
