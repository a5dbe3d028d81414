package org.spocgateway.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.WorkingDays;
import org.springframework.stereotype.Component;

/** Counts in working minutes and working days of the council. */
@Component
public class WorkingTime {
    private final CaseworkSettings settings;
    private final WorkingDays days;

    public WorkingTime(CaseworkSettings settings, Directory directory) {
        this.settings = settings;
        this.days = directory.workingDays();
    }

    /** When this much working time has passed. */
    public Instant after(Instant start, Duration workingTime) {
        ZonedDateTime at = intoWork(start.atZone(settings.zone()));
        Duration left = workingTime;
        while (true) {
            Duration today = Duration.between(at, at.with(settings.to()));
            if (left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = intoWork(at.toLocalDate().plusDays(1).atStartOfDay(settings.zone()));
        }
    }

    /** The same time of day on the next working day; from outside working hours, the end of the next working day. */
    public Instant oneWorkingDayAfter(Instant start) {
        ZonedDateTime at = start.atZone(settings.zone());
        ZonedDateTime counted = intoWork(at);
        LocalDate day = at.equals(counted) ? days.next(at.toLocalDate()) : counted.toLocalDate();
        var time = at.equals(counted) ? at.toLocalTime() : settings.to();
        return day.atTime(time).atZone(settings.zone()).toInstant();
    }

    private ZonedDateTime intoWork(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        if (days.includes(day) && at.toLocalTime().isBefore(settings.to())) {
            return at.toLocalTime().isBefore(settings.from()) ? at.with(settings.from()) : at;
        }
        return days.next(day).atTime(settings.from()).atZone(settings.zone());
    }
}
