package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of alarms. */
@Component
class AlarmRows {
    private final JdbcClient db;
    private final CaseRows cases;
    private final SecureRandom random;
    private final Clock clock;

    AlarmRows(JdbcClient db, CaseRows cases, SecureRandom random, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.random = random;
        this.clock = clock;
    }

    List<Alarm> standing() {
        return db.sql("select * from case_alarm where cleared_at is null order by raised_at, id")
                .query(this::row)
                .list();
    }

    /** Raises it unless it stands already; returns whether it is new. */
    boolean raise(
            Settlement settlement,
            String word,
            Optional<CaseId> caseId,
            Optional<InboundId> message,
            String telephone) {
        int inserted = db.sql("""
                        insert into case_alarm (id, word, case_id, inbound_id, raised_at, telephone, standing)
                        values (:id, :word, :caseId, :message, :now, :telephone, :standing) on conflict do nothing
                        """)
                .param("id", RowId.random(random))
                .param("word", word)
                .param("caseId", caseId.map(CaseId::value).orElse(null))
                .param("message", message.map(InboundId::value).orElse(null))
                .param("now", Times.column(clock.instant()))
                .param("telephone", telephone)
                .param("standing", standing(word, caseId, message))
                .update();
        if (inserted == 1) {
            Entry entry = Entry.of(EntryType.ALARM_RAISED, Direction.INTERNAL).with(Field.REASON, word);
            caseId.ifPresent(entry::aboutCase);
            message.ifPresent(entry::inbound);
            settlement.log(entry);
        }
        return inserted == 1;
    }

    /** Clears every alarm of this word on the case; returns how many stood. */
    int clear(Settlement settlement, String word, CaseId caseId, Actor by) {
        int cleared = db.sql("""
                        update case_alarm set cleared_at = :now, cleared_by = :by, standing = null
                        where word = :word and case_id = :caseId and cleared_at is null
                        """)
                .param("now", Times.column(clock.instant()))
                .param("by", by.ref())
                .param("word", word)
                .param("caseId", caseId.value())
                .update();
        if (cleared > 0) {
            settlement.log(cleared(word, by).aboutCase(caseId));
        }
        return cleared;
    }

    /** Clears every alarm about a message that somebody has now dealt with. */
    void clear(Settlement settlement, InboundId message, Actor by) {
        List<String> words = db.sql("select word from case_alarm where inbound_id = :id and cleared_at is null")
                .param("id", message.value())
                .query(String.class)
                .list();
        db.sql("""
                        update case_alarm set cleared_at = :now, cleared_by = :by, standing = null
                        where inbound_id = :id and cleared_at is null
                        """)
                .param("now", Times.column(clock.instant()))
                .param("by", by.ref())
                .param("id", message.value())
                .update();
        words.forEach(word -> settlement.log(cleared(word, by).inbound(message)));
    }

    Optional<Alarm> find(String id) {
        return db.sql("select * from case_alarm where id = :id and cleared_at is null")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    void clear(Settlement settlement, Alarm alarm, Actor by) {
        int cleared = db.sql("""
                        update case_alarm set cleared_at = :now, cleared_by = :by, standing = null
                        where id = :id and cleared_at is null
                        """)
                .param("now", Times.column(clock.instant()))
                .param("by", by.ref())
                .param("id", alarm.id())
                .update();
        if (cleared == 1) {
            Entry entry = cleared(alarm.word(), by);
            alarm.caseId().ifPresent(entry::aboutCase);
            alarm.message().ifPresent(entry::inbound);
            settlement.log(entry);
        }
    }

    private static Entry cleared(String word, Actor by) {
        return Entry.of(EntryType.ALARM_CLEARED, Direction.INTERNAL)
                .with(Field.REASON, word)
                .by(by);
    }

    private static String standing(String word, Optional<CaseId> caseId, Optional<InboundId> message) {
        return word + "/" + caseId.map(CaseId::value).orElse("") + "/"
                + message.map(InboundId::value).orElse("");
    }

    private Alarm row(ResultSet row, int number) throws SQLException {
        Optional<CaseId> caseId = Optional.ofNullable(row.getString("case_id")).map(CaseId::new);
        return new Alarm(
                row.getString("id"),
                row.getString("word"),
                caseId,
                caseId.flatMap(cases::find).map(CaseRow::reference),
                Optional.ofNullable(row.getString("inbound_id")).map(InboundId::new),
                Times.at(row, "raised_at"),
                row.getString("telephone"));
    }
}
