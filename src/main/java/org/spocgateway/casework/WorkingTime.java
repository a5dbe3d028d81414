package org.spocgateway.casework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Counts in working minutes and working days of the council. */
@Component
public class WorkingTime {
    private final CaseworkSettings settings;

    public WorkingTime(CaseworkSettings settings) {
        this.settings = settings;
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
        LocalDate day = at.equals(counted) ? nextWorkingDay(at.toLocalDate()) : counted.toLocalDate();
        var time = at.equals(counted) ? at.toLocalTime() : settings.to();
        return day.atTime(time).atZone(settings.zone()).toInstant();
    }

    /** This many working days after today, for days to answer by. */
    public LocalDate daysAfter(LocalDate day, int workingDays) {
        LocalDate then = day;
        for (int i = 0; i < workingDays; i++) {
            then = nextWorkingDay(then);
        }
        return then;
    }

    private ZonedDateTime intoWork(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        if (works(day) && at.toLocalTime().isBefore(settings.to())) {
            return at.toLocalTime().isBefore(settings.from()) ? at.with(settings.from()) : at;
        }
        return nextWorkingDay(day).atTime(settings.from()).atZone(settings.zone());
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!works(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !settings.closedDays().contains(day)
                && !BankHolidays.of(day.getYear()).contains(day);
    }
}
