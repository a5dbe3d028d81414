package org.spocgateway.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.DurableTable;
import org.spocgateway.work.WorldAway;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries each inbound message from accepted to rest: pages 20, 30 and 40. */
@Component
class InboundTable implements DurableTable {
    static final String TASK = "inbound";
    private static final int LAST_ATTEMPT = 2;
    private static final Map<InboundState, String> PAGES = Map.of(
            InboundState.ACCEPTED, "decrypt-and-verify",
            InboundState.OPENED, "classify",
            InboundState.UNOPENED, "classify",
            InboundState.CLASSIFIED, "file-on-case");

    private final InboundRows rows;
    private final TransferLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InboundTable(InboundRows rows, TransferLog log, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Optional<Page> next(String id) {
        return rows.find(new InboundId(id))
                .filter(row -> row.notBefore()
                        .map(time -> !time.isAfter(clock.instant()))
                        .orElse(true))
                .flatMap(row -> Optional.ofNullable(PAGES.get(row.state()))
                        .map(page -> new Page(row.state().word(), page)));
    }

    @Override
    public Optional<Instant> notBefore(String id) {
        return rows.find(new InboundId(id))
                .filter(row -> PAGES.containsKey(row.state()))
                .flatMap(InboundRow::notBefore);
    }

    @Override
    public boolean beginAttempt(String id) {
        var row = rows.find(new InboundId(id));
        if (row.isEmpty()) {
            return false;
        }
        int attempt = rows.countAttempt(row.get().id(), row.get().state().word());
        if (attempt > LAST_ATTEMPT) {
            quarantine(row.get().id(), "INTAKE-ATTEMPTS");
            return false;
        }
        return attempt > 0;
    }

    @Override
    public void setAside(String id, Throwable why) {
        quarantine(new InboundId(id), code(why));
    }

    @Override
    public void postpone(String id, WorldAway why) {
        rows.postpone(new InboundId(id), clock.instant().plus(why.after()));
    }

    @Override
    public List<String> unfinished() {
        return rows.unfinished();
    }

    private void quarantine(InboundId id, String code) {
        transaction.executeWithoutResult(status -> {
            if (rows.quarantine(id, code)) {
                log.append(Entry.of(EntryType.INTAKE_QUARANTINED, Direction.IN)
                        .inbound(id)
                        .with(Field.CODE, code)
                        .with(Field.TO_STATE, InboundState.QUARANTINED.word()));
            }
        });
    }

    /** The documented code of an unreadable mail, or the bare type of whatever else went wrong: never its text. */
    private static String code(Throwable why) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof UnreadableMail unreadable) {
                return unreadable.fault().code();
            }
        }
        return "INTAKE-" + why.getClass().getSimpleName();
    }
}
