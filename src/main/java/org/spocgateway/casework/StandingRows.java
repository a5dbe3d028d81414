package org.spocgateway.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of where cases stand; written under the lock of the case's gate only. */
@Component
class StandingRows {
    private final JdbcClient db;
    private final Clock clock;

    StandingRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(CaseId id) {
        db.sql("insert into case_standing (case_id, state, since) values (:id, 'new', :now)")
                .param("id", id.value())
                .param("now", Times.column(clock.instant()))
                .update();
    }

    CaseStanding get(CaseId id) {
        return db.sql("select * from case_standing where case_id = :id")
                .param("id", id.value())
                .query(StandingRows::row)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no such case"));
    }

    void save(CaseId id, CaseStanding standing) {
        db.sql("""
                        update case_standing set state = :state, since = :since, threshold = :threshold, consent = :consent,
                            duplicate_of = :duplicate, panel_on = :panel, legal_hold = :hold
                        where case_id = :id
                        """)
                .param("state", standing.state().word())
                .param("since", Times.column(standing.since()))
                .param("threshold", standing.threshold().word())
                .param("consent", standing.consent().word())
                .param("duplicate", standing.duplicateOf().map(CaseId::value).orElse(null))
                .param("panel", standing.panelOn().orElse(null))
                .param("hold", standing.legalHold())
                .param("id", id.value())
                .update();
    }

    /** Cases that have stood there since then or longer, the longest first. */
    List<CaseId> in(CaseState state, Instant since) {
        return db.sql("select case_id from case_standing where state = :state and since <= :since order by since")
                .param("state", state.word())
                .param("since", Times.column(since))
                .query((row, n) -> new CaseId(row.getString(1)))
                .list();
    }

    private static CaseStanding row(ResultSet row, int number) throws SQLException {
        return new CaseStanding(
                CaseState.of(row.getString("state")),
                Times.at(row, "since"),
                Threshold.of(row.getString("threshold")),
                SupportConsent.of(row.getString("consent")),
                Optional.ofNullable(row.getString("duplicate_of")).map(CaseId::new),
                Optional.ofNullable(row.getObject("panel_on", LocalDate.class)),
                row.getBoolean("legal_hold"));
    }
}
