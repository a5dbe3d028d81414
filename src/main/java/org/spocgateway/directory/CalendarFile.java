package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spocgateway.terms.SchoolTerms;
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

    /** The days on which the council works, and those on which schools do. */
    record Calendar(WorkingDays workingDays, SchoolTerms schoolTerms) {}

    Calendar read(ConfigPage page) {
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
        SchoolTerms terms = terms(root);
        root.noMore();
        origins.note(ORIGIN, holidays);
        List<LocalDate> free =
                Stream.of(days, closed).flatMap(List::stream).distinct().toList();
        return new Calendar(new WorkingDays(free, until), terms);
    }

    private static SchoolTerms terms(Block root) {
        var terms = new ArrayList<SchoolTerms.Term>();
        for (Block each : root.blocks("school-terms")) {
            var term = new SchoolTerms.Term(each.date("from"), each.date("until"));
            if (term.until().isBefore(term.from())) {
                each.wrong("until", "This term ends before it begins.", "Correct one of the two days.");
            }
            each.noMore();
            terms.add(term);
        }
        return new SchoolTerms(terms);
    }
}
