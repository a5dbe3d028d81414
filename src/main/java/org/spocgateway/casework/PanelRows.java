package org.spocgateway.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.MeetingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of meetings and of the cases put on them. */
@Component
class PanelRows {
    private final JdbcClient db;
    private final Clock clock;

    PanelRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(Meeting meeting, Actor by) {
        db.sql("""
                        insert into panel_meeting (id, begins_at, minutes, place, made_by)
                        values (:id, :begins, :minutes, :place, :by)
                        """)
                .param("id", meeting.id().value())
                .param("begins", Times.column(meeting.begins()))
                .param("minutes", meeting.lasts().toMinutes())
                .param("place", meeting.place())
                .param("by", by.ref())
                .update();
    }

    Optional<Meeting> find(MeetingId id) {
        return db.sql("select * from panel_meeting where id = :id")
                .param("id", id.value())
                .query(PanelRows::meeting)
                .optional();
    }

    /** The last fifty, the latest first. */
    List<Meeting> all() {
        return db.sql("select * from panel_meeting order by begins_at desc, id fetch first 50 rows only")
                .query(PanelRows::meeting)
                .list();
    }

    void add(MeetingId id, CaseId caseId) {
        db.sql("""
                        insert into panel_case (meeting_id, case_id, added_at) values (:id, :caseId, :now)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("caseId", caseId.value())
                .param("now", Times.column(clock.instant()))
                .update();
    }

    List<CaseId> cases(MeetingId id) {
        return db.sql("select case_id from panel_case where meeting_id = :id order by added_at, case_id")
                .param("id", id.value())
                .query((row, n) -> new CaseId(row.getString(1)))
                .list();
    }

    Instant addedAt(MeetingId id, CaseId caseId) {
        return db.sql("select added_at from panel_case where meeting_id = :id and case_id = :caseId")
                .param("id", id.value())
                .param("caseId", caseId.value())
                .query((row, n) -> Times.at(row, "added_at"))
                .single();
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                new MeetingId(row.getString("id")),
                Times.at(row, "begins_at"),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getString("place"));
    }
}
