package org.spocgateway.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.intake.Erasing;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept how long (domain 6.4): content goes before its case, the case after its reviews; a legal hold stops both. */
@Component
public class Retention {
    private static final String CONTENT = """
            select m.inbound_id, m.case_id, m.kind, m.filed_at, coalesce(r.filed_at, f.closed_at) as starts
            from case_message m
            join case_file f on f.id = m.case_id
            join case_standing s on s.case_id = m.case_id
            left join case_retention r on r.case_id = m.case_id
            where m.content_erased_at is null and not s.legal_hold and coalesce(r.filed_at, f.closed_at) is not null\s""";

    private final JdbcClient db;
    private final StandingRows standings;
    private final CaseMoves moves;
    private final GateRows gates;
    private final Erasing erasing;
    private final Purging purging;
    private final Timeline timeline;
    private final Settlements settlements;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(
            JdbcClient db,
            StandingRows standings,
            CaseMoves moves,
            GateRows gates,
            Erasing erasing,
            Purging purging,
            Timeline timeline,
            Settlements settlements,
            RetentionSettings settings,
            Clock clock) {
        this.db = db;
        this.standings = standings;
        this.moves = moves;
        this.gates = gates;
        this.erasing = erasing;
        this.purging = purging;
        this.timeline = timeline;
        this.settlements = settlements;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What goes when.
     *
     * @param legalHold whether nothing goes at all
     * @param filed since when the papers stand in the system of record
     * @param content when the next content goes; empty before the case is filed or closed, and when all went
     * @param erased when the case is erased; empty before it is due
     */
    public record Plan(
            boolean legalHold, Optional<Instant> filed, Optional<Instant> content, Optional<Instant> erased) {}

    private record Due(InboundId message, CaseId caseId, String kind, Instant at) {}

    /** What will be deleted when. */
    public Plan plan(CaseId id) {
        CaseStanding standing = standings.get(id);
        Optional<Instant> erased = standing.state() == CaseState.PURGE_DUE
                ? Optional.of(standing.since().plus(settings.purgeAfter()))
                : Optional.empty();
        Optional<Instant> content = due("and m.case_id = :case", Map.of("case", id.value())).stream()
                .map(Due::at)
                .min(Instant::compareTo);
        return new Plan(standing.legalHold(), filedAt(id), content, erased);
    }

    /** An officer says that the case's papers stand in the council's system of record: from now on content is kept for its time only. */
    public void filed(CaseId id, Actor officer) {
        settlements.settle(settlement -> {
            gates.lock(id);
            if (filedAt(id).isPresent()) {
                return id;
            }
            row(id);
            db.sql("update case_retention set filed_at = :now, filed_by = :by where case_id = :id")
                    .param("now", Times.column(clock.instant()))
                    .param("by", officer.ref())
                    .param("id", id.value())
                    .update();
            timeline.add(id, "filed-elsewhere", officer);
            settlement.log(Entry.of(EntryType.CASE_RECORDED, Direction.INTERNAL)
                    .aboutCase(id)
                    .by(officer)
                    .with(Field.REASON, "filed-elsewhere"));
            return id;
        });
    }

    /** Does what is due; two nodes may do it at the same time. Returns how many messages and cases went. */
    public int tick() {
        int gone = erasing.unfiled(settings.aside(), settings.quarantine());
        Instant now = clock.instant();
        for (Due due : due("", Map.of())) {
            gone += due.at().isAfter(now) ? 0 : settlements.settle(settlement -> erase(settlement, due));
        }
        sentDue(now).forEach(id -> settlements.settle(settlement -> sent(settlement, id)));
        standings.in(CaseState.DUPLICATE_OF, now.minus(settings.duplicate())).forEach(this::duplicateEnds);
        for (CaseId id : standings.in(CaseState.PURGE_DUE, now.minus(settings.purgeAfter()))) {
            gone += purging.purge(id, Actor.system()).isPresent() ? 1 : 0;
        }
        return gone;
    }

    private int erase(Settlement settlement, Due due) {
        gates.lock(due.caseId());
        int rows = db.sql("update case_message set content_erased_at = :now where inbound_id = :id"
                        + " and content_erased_at is null")
                .param("now", Times.column(clock.instant()))
                .param("id", due.message().value())
                .update();
        if (rows == 0 || standings.get(due.caseId()).legalHold()) {
            settlement.abandon();
            return 0;
        }
        erasing.content(due.message());
        settlement.log(Entry.of(EntryType.ERASED_HOLDER, Direction.INTERNAL)
                .inbound(due.message())
                .aboutCase(due.caseId())
                .with(Field.KIND, "content")
                .with(Field.REASON, "retention"));
        timeline.add(due.caseId(), "content-deleted", Actor.system());
        return 1;
    }

    private CaseId sent(Settlement settlement, CaseId id) {
        gates.lock(id);
        row(id);
        int rows = db.sql(
                        "update case_retention set sent_erased_at = :now where case_id = :id and sent_erased_at is null")
                .param("now", Times.column(clock.instant()))
                .param("id", id.value())
                .update();
        if (rows == 0 || standings.get(id).legalHold()) {
            settlement.abandon();
            return id;
        }
        settlement.publish(new SentContentDue(id));
        settlement.log(Entry.of(EntryType.ERASED_HOLDER, Direction.INTERNAL)
                .aboutCase(id)
                .with(Field.KIND, "sent-content")
                .with(Field.REASON, "retention"));
        timeline.add(id, "sent-content-deleted", Actor.system());
        return id;
    }

    private void duplicateEnds(CaseId id) {
        settlements.settle(settlement -> {
            gates.lock(id);
            moves.follows(id, CaseEvent.RETENTION_ENDS);
            return id;
        });
    }

    /** Only of closed cases: what was sent may still have to be tried again while a case is open. */
    private List<CaseId> sentDue(Instant now) {
        return db.sql("""
                        select f.id from case_file f join case_standing s on s.case_id = f.id
                        left join case_retention r on r.case_id = f.id
                        where f.closed_at <= :before and not s.legal_hold and r.sent_erased_at is null
                        """)
                .param("before", Times.column(now.minus(settings.content())))
                .query((row, n) -> new CaseId(row.getString(1)))
                .list();
    }

    private List<Due> due(String more, Map<String, String> values) {
        return db.sql(CONTENT + more)
                .params(values)
                .query((row, n) -> {
                    Instant filed = Times.at(row, "filed_at");
                    Instant starts = Times.at(row, "starts");
                    Instant from = filed.isAfter(starts) ? filed : starts;
                    Duration kept = settings.content(row.getString("kind"));
                    return new Due(
                            new InboundId(row.getString("inbound_id")),
                            new CaseId(row.getString("case_id")),
                            row.getString("kind"),
                            from.plus(kept));
                })
                .list();
    }

    private Optional<Instant> filedAt(CaseId id) {
        return db.sql("select filed_at from case_retention where case_id = :id and filed_at is not null")
                .param("id", id.value())
                .query((row, n) -> Times.at(row, "filed_at"))
                .optional();
    }

    private void row(CaseId id) {
        db.sql("insert into case_retention (case_id) values (:id) on conflict do nothing")
                .param("id", id.value())
                .update();
    }
}
