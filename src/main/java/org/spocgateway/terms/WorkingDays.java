package org.spocgateway.terms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** The days on which the council works: Monday to Friday without bank holidays and the days it is closed. */
public final class WorkingDays {
    private final Set<LocalDate> free;
    private final LocalDate knownUntil;

    /**
     * @param free bank holidays and days the council is closed
     * @param knownUntil the bank holidays are all among them up to this day; those of later days are reckoned by rule
     */
    public WorkingDays(Collection<LocalDate> free, LocalDate knownUntil) {
        this.free = Set.copyOf(free);
        this.knownUntil = knownUntil;
    }

    /** Whether the council works on this day. */
    public boolean includes(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !free.contains(day)
                && !(day.isAfter(knownUntil) && BankHolidays.of(day.getYear()).contains(day));
    }

    /** The first working day after this day. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!includes(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The working day that many working days after this day. */
    public LocalDate after(LocalDate day, int howMany) {
        LocalDate then = day;
        for (int i = 0; i < howMany; i++) {
            then = next(then);
        }
        return then;
    }

    /** The last day for which the bank holidays are known. */
    public LocalDate knownUntil() {
        return knownUntil;
    }
}
