package org.spocgateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.Installation;

class WorkingDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-12-01", // Tuesday to Tuesday
        "2026-11-27, 2026-12-04", // Friday to Friday
        "2026-11-28, 2026-12-04", // a Saturday
        "2026-12-22, 2026-12-31", // over Christmas; Boxing Day is moved to the 28th
        "2026-03-31, 2026-04-09", // over Easter
        "2028-12-21, 2029-01-02", // beyond the list, by rule: New Year is a Monday
    })
    void five_working_days_skip_weekends_and_bank_holidays(LocalDate from, LocalDate to, @TempDir Path folder) {
        assertThat(Installation.in(folder).directory().workingDays().after(from, 5))
                .isEqualTo(to);
    }

    @Test
    void a_day_the_council_is_closed_is_free_too(@TempDir Path folder) {
        var installation = Installation.in(folder);
        installation.replace("directory/calendar.yaml", "closed-days: []", "closed-days: [2026-12-29]");

        assertThat(installation.directory().workingDays().next(LocalDate.of(2026, 12, 24)))
                .isEqualTo(LocalDate.of(2026, 12, 30));
    }

    @Test
    void the_list_that_comes_with_the_gateway_is_what_the_act_says(@TempDir Path folder) {
        WorkingDays listed = Installation.in(folder).directory().workingDays();
        var first = LocalDate.of(2026, 1, 1);

        IntStream.range(0, 730)
                .mapToObj(first::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .forEach(day -> assertThat(listed.includes(day))
                        .as(day.toString())
                        .isNotEqualTo(BankHolidays.of(day.getYear()).contains(day)));
    }
}
