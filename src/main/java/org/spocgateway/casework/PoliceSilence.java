package org.spocgateway.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices when nothing comes from police: no mail for some working days, or fewer messages than they say they sent (domain 7).
 *
 * <p>Police do not confirm what they send, so a lost referral makes no noise of its own.
 */
@Component
public class PoliceSilence {
    static final String QUIET = "no-police-mail";
    static final String FEWER = "fewer-than-police-say";

    private static final List<String> FROM_POLICE = Arrays.stream(MessageKind.values())
            .filter(MessageKind::fromPolice)
            .map(MessageKind::id)
            .toList();

    private final JdbcClient db;
    private final HouseMoments moments;
    private final Alarms alarms;
    private final AlarmRows alarmRows;
    private final Settlements settlements;
    private final Police police;
    private final WorkingDays days;
    private final ClockSettings settings;
    private final CaseworkSettings hours;
    private final Clock clock;

    PoliceSilence(
            JdbcClient db,
            HouseMoments moments,
            Alarms alarms,
            AlarmRows alarmRows,
            Settlements settlements,
            Police police,
            Directory directory,
            ClockSettings settings,
            CaseworkSettings hours,
            Clock clock) {
        this.db = db;
        this.moments = moments;
        this.alarms = alarms;
        this.alarmRows = alarmRows;
        this.settlements = settlements;
        this.police = police;
        this.days = directory.workingDays();
        this.settings = settings;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * What police say they sent on a day, against what arrived.
     *
     * @param said how many messages police say they sent
     * @param arrived how many of theirs were put on cases that day
     */
    public record Count(LocalDate day, int said, int arrived) {
        /** Whether something is missing. */
        public boolean isShort() {
            return arrived < said;
        }
    }

    /** The last message from police that was put on a case. */
    public Optional<Instant> lastHeard() {
        return db.sql("select max(received_at) as last from case_message where kind in (:kinds)")
                .param("kinds", FROM_POLICE)
                .query((row, n) -> Times.maybe(row, "last"))
                .single();
    }

    void look() {
        Instant since = lastHeard().orElseGet(() -> moments.since("listening-since", clock.instant()));
        LocalDate until = days.after(day(since), settings.quietAfter());
        if (today().isAfter(until) && isNews(since)) {
            raise(QUIET);
        } else if (!today().isAfter(until)) {
            clear(QUIET);
        }
        count().ifPresent(count -> {
            if (!count.isShort()) {
                clear(FEWER);
            }
        });
    }

    /** One silence is told once, however often somebody looks. */
    private boolean isNews(Instant since) {
        Instant told = moments.since("quiet-told", Instant.EPOCH);
        return !told.equals(since) && moments.move("quiet-told", told, since);
    }

    /** An officer types how many messages police say they sent today; the alarm stands while fewer arrived. */
    public Count policeSay(int said, Actor officer) {
        db.sql("delete from police_count where said_on = :day")
                .param("day", today())
                .update();
        db.sql("insert into police_count (said_on, said, by_ref, noted_at) values (:day, :said, :ref, :now)")
                .param("day", today())
                .param("said", said)
                .param("ref", officer.ref())
                .param("now", Times.column(clock.instant()))
                .update();
        Count count = count().orElseThrow();
        if (count.isShort()) {
            raise(FEWER);
        } else {
            clear(FEWER);
        }
        return count;
    }

    /** The last count that was agreed with police. */
    public Optional<Count> count() {
        return db.sql("select * from police_count order by said_on desc fetch first 1 rows only")
                .query(this::count)
                .optional();
    }

    private Count count(ResultSet row, int number) throws SQLException {
        LocalDate day = row.getObject("said_on", LocalDate.class);
        return new Count(day, row.getInt("said"), arrived(day));
    }

    private int arrived(LocalDate day) {
        return db.sql("""
                        select count(*) from case_message
                        where kind in (:kinds) and not suppressed and received_at >= :from and received_at < :to
                        """)
                .param("kinds", FROM_POLICE)
                .param("from", Times.column(day.atStartOfDay(hours.zone()).toInstant()))
                .param(
                        "to",
                        Times.column(day.plusDays(1).atStartOfDay(hours.zone()).toInstant()))
                .query(Integer.class)
                .single();
    }

    private void raise(String word) {
        alarms.raise(word, Optional.empty(), Optional.empty(), police.own().telephone());
    }

    private void clear(String word) {
        alarmRows.standing().stream()
                .filter(each -> each.word().equals(word) && each.caseId().isEmpty())
                .forEach(each -> settlements.settle(settlement -> {
                    alarmRows.clear(settlement, each, Actor.system());
                    return each;
                }));
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant at) {
        return at.atZone(hours.zone()).toLocalDate();
    }
}
