package org.spocgateway.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The other half of an urgent referral: police have rung, and their mail must come too (R11). */
@Component
class MailAfterCall {
    static final String ALARM = "mail-missing";

    private static final List<String> FROM_POLICE = Arrays.stream(MessageKind.values())
            .filter(MessageKind::fromPolice)
            .map(MessageKind::id)
            .toList();

    private final JdbcClient db;
    private final AlarmRows alarms;
    private final Police police;
    private final Settlements settlements;
    private final ClockSettings settings;
    private final Clock clock;

    MailAfterCall(
            JdbcClient db,
            AlarmRows alarms,
            Police police,
            Settlements settlements,
            ClockSettings settings,
            Clock clock) {
        this.db = db;
        this.alarms = alarms;
        this.police = police;
        this.settlements = settlements;
        this.settings = settings;
        this.clock = clock;
    }

    /** When the mail must have come for a call at this moment; empty when police have written about the case. */
    Optional<Instant> due(CaseId id, Instant calledAt) {
        return hasMail(id) ? Optional.empty() : Optional.of(calledAt.plus(settings.mailAfterCall()));
    }

    private boolean hasMail(CaseId id) {
        return db.sql("select count(*) from case_message where case_id = :id and kind in (:kinds)")
                        .param("id", id.value())
                        .param("kinds", FROM_POLICE)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Raises an alarm for each call whose mail is late, and clears it when the mail has come. */
    void look() {
        record Waits(String note, CaseId caseId, Instant due) {}
        List<Waits> waiting = db.sql("select id, case_id, mail_due from call_note where mail_due is not null")
                .query((row, n) ->
                        new Waits(row.getString("id"), new CaseId(row.getString("case_id")), Times.at(row, "mail_due")))
                .list();
        for (Waits each : waiting) {
            if (hasMail(each.caseId())) {
                settlements.settle(settlement -> {
                    db.sql("update call_note set mail_due = null where id = :id")
                            .param("id", each.note())
                            .update();
                    return alarms.clear(settlement, ALARM, each.caseId(), Actor.system());
                });
            } else if (!each.due().isAfter(clock.instant()) && !raisedBefore(each.note())) {
                settlements.settle(settlement -> alarms.raise(
                        settlement,
                        ALARM,
                        Optional.of(each.caseId()),
                        Optional.empty(),
                        police.of(each.caseId()).telephone()));
            }
        }
    }

    /** Once for each call: an officer who has dealt with it is not told again. */
    private boolean raisedBefore(String note) {
        return db.sql("""
                                select count(*) from case_alarm a join call_note c on c.case_id = a.case_id
                                where c.id = :id and a.word = :word and a.raised_at >= c.mail_due
                                """)
                        .param("id", note)
                        .param("word", ALARM)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
