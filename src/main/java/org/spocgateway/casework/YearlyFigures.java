package org.spocgateway.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what the leadership and the partnership are told once a year (policy 2.3, 2.4; R26, R27).
 *
 * <p>No table is a part of another one: a difference between two tables would tell what each hides. Counted is what the database holds now: a case that was purged is not among the figures of its year any more.
 */
@Component
public class YearlyFigures {
    static final String MADE = "yearly-report";

    private static final String OTHER = "In another way";
    private static final Map<String, String> SOURCES = Map.of(
            "K1", "Police referral",
            "K2", "Police referral, urgent",
            "K10", "Police referral sent to a person",
            "K11", "Council staff",
            "K12", "School or college",
            "K13", "Member of the public");

    private final JdbcClient db;
    private final Directory directory;
    private final HouseMoments moments;
    private final CaseworkSettings hours;
    private final Settlements settlements;
    private final Clock clock;

    YearlyFigures(
            JdbcClient db,
            Directory directory,
            HouseMoments moments,
            CaseworkSettings hours,
            Settlements settlements,
            Clock clock) {
        this.db = db;
        this.directory = directory;
        this.moments = moments;
        this.hours = hours;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** The figures of a year; that they were made, and their hash, is an entry of the log. */
    public YearlyReport make(int year, String audience) {
        var report = new YearlyReport(year, audience, tables(year));
        settlements.settle(settlement -> {
            Instant last = moments.since(MADE, Instant.EPOCH);
            moments.move(MADE, last, clock.instant());
            settlement.log(Entry.of(EntryType.REPORT_MADE, Direction.INTERNAL)
                    .with(Field.REPORT_HASH, report.hash())
                    .with(Field.YEAR, year)
                    .with(Field.PURPOSE, audience));
            return report;
        });
        return report;
    }

    /** Whether a year has passed since the figures were made, or since the gateway began to listen. */
    public boolean due() {
        Instant last = moments.at(MADE)
                .filter(at -> at.isAfter(Instant.EPOCH))
                .orElseGet(() -> moments.since("listening-since", clock.instant()));
        LocalDate next = last.atZone(hours.zone()).toLocalDate().plusYears(1);
        return !clock.instant().atZone(hours.zone()).toLocalDate().isBefore(next);
    }

    private List<FigureTable> tables(int year) {
        return List.of(
                new FigureTable("Referrals, by how they reached the council", sources(year)),
                new FigureTable("Cases, by what police said", gates(year)),
                new FigureTable("Partners asked, by when they answered", answers(year)),
                new FigureTable("Partners asked, by who they are", asked(year)));
    }

    /** By the first message of each case; one without a message began with a telephone call. */
    private Map<String, Long> sources(int year) {
        Map<String, Long> found = counts(year, """
                select coalesce((select m.kind from case_message m where m.case_id = f.id
                    order by m.received_at, m.inbound_id fetch first 1 rows only), '') as label, count(*) as n
                from case_file f where f.opened_at >= :from and f.opened_at < :to group by 1
                """);
        var rows = new LinkedHashMap<String, Long>();
        SOURCES.values().stream().sorted().forEach(label -> rows.put(label, 0L));
        rows.put(OTHER, 0L);
        found.forEach((kind, count) -> rows.merge(SOURCES.getOrDefault(kind, OTHER), count, Long::sum));
        return rows;
    }

    private Map<String, Long> gates(int year) {
        return ordered(counts(year, """
                select case when exists (select 1 from case_event e where e.case_id = f.id and e.what = 'gate-stopped')
                        then 'Stop, at some time'
                    when exists (select 1 from case_event e where e.case_id = f.id
                        and e.what in ('gate-opened', 'gate-opened-spoken')) then 'Information gathering can commence'
                    else 'No go-ahead' end as label, count(*) as n
                from case_file f where f.opened_at >= :from and f.opened_at < :to group by 1
                """), "Information gathering can commence", "Stop, at some time", "No go-ahead");
    }

    private Map<String, Long> answers(int year) {
        return ordered(counts(year, """
                select case when a.given is null then 'Not answered'
                    when cast(a.given as date) <= r.reply_by then 'By the day they were asked for' else 'Later' end as label,
                    count(*) as n
                from request_recipient p join case_request r on r.id = p.request_id
                left join (select transfer_id, min(given_at) as given from case_answer group by transfer_id) a
                    on a.transfer_id = p.transfer_id
                where r.kind = 'information-request' and r.undone_at is null and not p.not_sent
                    and r.approved_at >= :from and r.approved_at < :to group by 1
                """), "By the day they were asked for", "Later", "Not answered");
    }

    /** A partner whose name tells something about the people it helps is not named. */
    private Map<String, Long> asked(int year) {
        var rows = new LinkedHashMap<String, Long>();
        counts(year, """
                select coalesce(p.party, '') as label, count(*) as n
                from request_recipient p join case_request r on r.id = p.request_id
                where r.kind = 'information-request' and r.undone_at is null and not p.not_sent
                    and r.approved_at >= :from and r.approved_at < :to group by 1 order by 1
                """).forEach((party, count) -> rows.merge(name(party), count, Long::sum));
        return rows;
    }

    private String name(String id) {
        Optional<Party> party = directory.byId(id);
        boolean sensitive = party.filter(each -> each instanceof Partner partner && partner.nameIsSensitive())
                .isPresent();
        return sensitive ? "An external partner" : party.map(Party::name).orElse("Somebody else");
    }

    private Map<String, Long> counts(int year, String sql) {
        var counts = new LinkedHashMap<String, Long>();
        db.sql(sql)
                .param("from", Times.column(start(year)))
                .param("to", Times.column(start(year + 1)))
                .query((row, n) -> Map.entry(row.getString("label"), row.getLong("n")))
                .list()
                .forEach(each -> counts.merge(each.getKey(), each.getValue(), Long::sum));
        return counts;
    }

    private static Map<String, Long> ordered(Map<String, Long> found, String... labels) {
        var rows = new LinkedHashMap<String, Long>();
        for (String label : labels) {
            rows.put(label, found.getOrDefault(label, 0L));
        }
        return rows;
    }

    private Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(hours.zone()).toInstant();
    }
}
