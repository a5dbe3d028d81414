package org.spocgateway.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of reviews after a case was closed: which case, on what day, whose; nothing about the person. */
@Component
class ReviewRows {
    private final JdbcClient db;
    private final Clock clock;

    ReviewRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One review. */
    record Row(CaseId caseId, int months, LocalDate dueOn, String owner) {}

    void insert(Row row) {
        db.sql("insert into case_review (case_id, months, due_on, owner) values (:id, :months, :due, :owner)")
                .param("id", row.caseId().value())
                .param("months", row.months())
                .param("due", row.dueOn())
                .param("owner", row.owner())
                .update();
    }

    /** The case goes on: nothing is left to be reviewed. */
    void delete(CaseId id) {
        db.sql("delete from case_review where case_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Reviews not done whose day has come, the earliest first. */
    List<Row> due(LocalDate today) {
        return db.sql("select * from case_review where done_at is null and due_on <= :today order by due_on, case_id")
                .param("today", today)
                .query((row, n) -> new Row(
                        new CaseId(row.getString("case_id")),
                        row.getInt("months"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("owner")))
                .list();
    }

    /** Of one case, for people: what stays of them when the case is erased. */
    List<String> of(CaseId id) {
        return db.sql("select * from case_review where case_id = :id order by months")
                .param("id", id.value())
                .query((row, n) -> row.getInt("months") + " months, " + row.getObject("due_on", LocalDate.class) + ", "
                        + row.getString("owner"))
                .list();
    }

    /** How many were done now: every one of the case whose day has come. */
    int done(CaseId id, LocalDate today, Actor by) {
        return db.sql("""
                        update case_review set done_at = :now, done_by = :by
                        where case_id = :id and done_at is null and due_on <= :today
                        """)
                .param("now", Times.column(clock.instant()))
                .param("by", by.ref())
                .param("id", id.value())
                .param("today", today)
                .update();
    }
}
