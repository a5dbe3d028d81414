package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.spocgateway.terms.WorkingDays;

/** Reads directory/calendar.yaml: the days on which the council does not work. */
final class CalendarFile {
    static final String NAME = "directory/calendar.yaml";

    /** Under what the origins know the list of bank holidays. */
    static final String ORIGIN = "bank-holidays";

    private final Origins origins;

    CalendarFile(Origins origins) {
        this.origins = origins;
    }

    WorkingDays read(ConfigPage page) {
        Block root = page.root();
        Block holidays = root.block("bank-holidays");
        holidays.text("source");
        LocalDate until = holidays.date("until");
        List<LocalDate> days = holidays.dates("days");
        if (days.stream().anyMatch(each -> each.isAfter(until))) {
            holidays.wrong(
                    "until",
                    "A bank holiday of the list is later than its last day.",
                    "Write the last day of the last year that the list is whole for.");
        }
        holidays.noMore();
        List<LocalDate> closed = root.dates("closed-days");
        root.noMore();
        origins.note(ORIGIN, holidays);
        return new WorkingDays(
                Stream.of(days, closed).flatMap(List::stream).distinct().toList(), until);
    }
}
