package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.DurableTable;
import org.spocgateway.work.PageMissing;
import org.spocgateway.work.WorldAway;
import org.springframework.stereotype.Component;

/** The outbox: every transfer that is not at rest, and the page that carries it on. */
@Component
public class Outbox implements DurableTable {
    private static final String NOTHING_LEFT =
            "Nothing left. Tell whoever runs the gateway; when the page is mended, try it again.";
    private static final int ATTEMPTS_AT_ONE_STATE = 3;
    private static final Set<TransferState> MOVING =
            Set.of(TransferState.APPROVED, TransferState.PERMITTED, TransferState.ATTEMPTING, TransferState.EOD_INTENT);

    private final TransferRows rows;
    private final WrittenDecisions written;
    private final Outcomes outcomes;
    private final TransferLog log;
    private final Clock clock;

    Outbox(TransferRows rows, WrittenDecisions written, Outcomes outcomes, TransferLog log, Clock clock) {
        this.rows = rows;
        this.written = written;
        this.outcomes = outcomes;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String task() {
        return Outcomes.TASK;
    }

    @Override
    public Optional<Page> next(String id) {
        if (!log.mayAct()) {
            return Optional.empty();
        }
        return rows.find(new TransferId(id))
                .filter(row -> MOVING.contains(row.state()))
                .filter(row -> !row.notBefore().isAfter(clock.instant()))
                .map(row -> new Page(row.state().word(), route(row)));
    }

    @Override
    public Optional<Instant> notBefore(String id) {
        return log.mayAct()
                ? rows.find(new TransferId(id))
                        .filter(row -> MOVING.contains(row.state()))
                        .map(TransferRow::notBefore)
                : Optional.empty();
    }

    private static String route(TransferRow row) {
        return row.state() == TransferState.APPROVED
                ? "enforce-channel-rules"
                : route(row.transferChannel().orElseThrow());
    }

    private static String route(TransferChannel way) {
        return switch (way) {
            case INTERNAL_STANDARD -> "send-standard-mail";
            case GCSX -> "send-gcsx";
            case EGRESS_STYLE -> "send-egress-style";
        };
    }

    @Override
    public boolean beginAttempt(String id) {
        Optional<TransferRow> row = rows.find(new TransferId(id));
        if (row.isEmpty() || rows.begin(row.get().id(), row.get().state()) < ATTEMPTS_AT_ONE_STATE) {
            return true;
        }
        putAside(row.get(), "Its step, " + page(row.get()) + ", ran twice and carried it no further. " + NOTHING_LEFT);
        return false;
    }

    @Override
    public void setAside(String id, Throwable why) {
        rows.find(new TransferId(id))
                .filter(row -> MOVING.contains(row.state()))
                .ifPresent(row -> putAside(row, sentence(row, why)));
    }

    private static String sentence(TransferRow row, Throwable why) {
        return why instanceof PageMissing
                ? "Its step, " + page(row) + ", is missing from this gateway. " + NOTHING_LEFT
                : "Something failed inside the gateway. Nothing left; try it again.";
    }

    private static String page(TransferRow row) {
        return "page '" + route(row) + "'";
    }

    /** Past the point of no return it is never simply held: it may have left. */
    private void putAside(TransferRow row, String sentence) {
        if (row.state() == TransferState.EOD_INTENT) {
            outcomes.afterCrash(row);
        } else {
            written.against(row, TransferState.HELD, List.of(new Reason("R32", "all", sentence)));
        }
    }

    @Override
    public void postpone(String id, WorldAway why) {
        rows.find(new TransferId(id))
                .filter(row -> MOVING.contains(row.state()) && row.state() != TransferState.EOD_INTENT)
                .ifPresent(row -> rows.move(
                        row.id(),
                        Set.of(row.state()),
                        row.state(),
                        clock.instant().plus(why.after())));
    }

    @Override
    public List<String> unfinished() {
        return rows.due(MOVING, clock.instant());
    }
}
