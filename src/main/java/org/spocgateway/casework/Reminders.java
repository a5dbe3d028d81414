package org.spocgateway.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds partners who have not answered: once after some working days and once on the last day (R15). Being late is never fatal: after
 * that an officer rings.
 *
 * <p>Reminded is only while the gate is open (R1) and in the council's working hours.
 */
@Component
public class Reminders {
    private final RequestRows requests;
    private final RecipientRows recipients;
    private final AnswerRows answers;
    private final GateRows gates;
    private final Timeline timeline;
    private final Settlements settlements;
    private final JdbcClient db;
    private final WorkingDays days;
    private final ClockSettings settings;
    private final CaseworkSettings hours;
    private final Clock clock;

    Reminders(
            RequestRows requests,
            RecipientRows recipients,
            AnswerRows answers,
            GateRows gates,
            Timeline timeline,
            Settlements settlements,
            JdbcClient db,
            Directory directory,
            ClockSettings settings,
            CaseworkSettings hours,
            Clock clock) {
        this.requests = requests;
        this.recipients = recipients;
        this.answers = answers;
        this.gates = gates;
        this.timeline = timeline;
        this.settlements = settlements;
        this.db = db;
        this.days = directory.workingDays();
        this.settings = settings;
        this.hours = hours;
        this.clock = clock;
    }

    /** Looks at every request that waits; each step of a transfer is raised once, whoever looks. */
    void look() {
        ZonedDateTime now = clock.instant().atZone(hours.zone());
        boolean working = days.includes(now.toLocalDate())
                && !now.toLocalTime().isBefore(hours.from())
                && now.toLocalTime().isBefore(hours.to());
        if (working) {
            requests.waiting().forEach(row -> step(row, now.toLocalDate()).ifPresent(step -> raise(row, step)));
        }
    }

    private Optional<String> step(RequestRow row, LocalDate today) {
        LocalDate asked = row.approvedAt().atZone(hours.zone()).toLocalDate();
        if (today.equals(lastWorkingDay(row.replyBy()))) {
            return Optional.of("due-" + row.replyBy());
        }
        boolean early = today.isBefore(days.after(asked, settings.remindAfter()));
        return early || today.isAfter(row.replyBy()) ? Optional.empty() : Optional.of("first");
    }

    /** A last day that is free is told on the working day before it. */
    private LocalDate lastWorkingDay(LocalDate replyBy) {
        LocalDate day = replyBy;
        while (!days.includes(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void raise(RequestRow row, String step) {
        for (RecipientRow to : recipients.of(row.id())) {
            settlements.settle(settlement -> {
                boolean waits = gates.lock(row.caseId()).gate() == Gate.OPEN
                        && !to.notSent()
                        && answers.of(to.transfer()).isEmpty();
                if (waits && isNew(to.transfer(), step)) {
                    settlement.publish(new ReminderDue(to.transfer()));
                }
                return to;
            });
        }
    }

    private boolean isNew(TransferId transfer, String step) {
        return db.sql("""
                                insert into reminder (transfer_id, step, raised_at) values (:id, :step, :now)
                                on conflict do nothing
                                """)
                        .param("id", transfer.value())
                        .param("step", step)
                        .param("now", Times.column(clock.instant()))
                        .update()
                == 1;
    }

    /** The reminder is on its way; called in the running transaction by whoever sends. */
    public void reminded(TransferId transfer) {
        recipients.find(transfer).ifPresent(to -> timeline.add(to.caseId(), "reminded", Actor.system(), transfer));
    }
}
