package org.spocgateway.terms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/** The bank holidays of England and Wales by rule (Banking and Financial Dealings Act 1971), without the days that are proclaimed once. */
final class BankHolidays {
    private BankHolidays() {}

    static Set<LocalDate> of(int year) {
        LocalDate easter = easter(year);
        var days = new TreeSet<LocalDate>();
        days.add(workingDayFrom(LocalDate.of(year, Month.JANUARY, 1)));
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        LocalDate christmas = workingDayFrom(LocalDate.of(year, Month.DECEMBER, 25));
        LocalDate boxing = workingDayFrom(LocalDate.of(year, Month.DECEMBER, 26));
        days.add(christmas);
        days.add(boxing.isAfter(christmas) ? boxing : workingDayFrom(christmas.plusDays(1)));
        return days;
    }

    private static LocalDate workingDayFrom(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
