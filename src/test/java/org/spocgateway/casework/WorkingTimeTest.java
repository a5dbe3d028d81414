package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private final WorkingTime time = new WorkingTime(CaseworkSettings.standard());

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00Z, 2026-11-24T10:15:00Z", // a Tuesday
        "2026-11-24T16:50:00Z, 2026-11-25T09:05:00Z", // over the night
        "2026-11-24T06:00:00Z, 2026-11-24T09:15:00Z", // before work
        "2026-11-28T12:00:00Z, 2026-11-30T09:15:00Z", // a Saturday
        "2026-12-24T16:59:00Z, 2026-12-29T09:14:00Z", // over Christmas: the 28th stands in for Boxing Day
        "2026-06-01T16:50:00Z, 2026-06-02T08:15:00Z", // British summer time: work ended at 16:00 UTC
    })
    void fifteen_working_minutes_pass_in_working_hours_only(Instant start, Instant end) {
        assertThat(time.after(start, Duration.ofMinutes(15))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00Z, 2026-11-25T10:00:00Z",
        "2026-11-27T15:00:00Z, 2026-11-30T15:00:00Z", // Friday to Monday
        "2026-11-24T20:00:00Z, 2026-11-25T17:00:00Z", // in the evening: the whole of the next working day
        "2026-04-02T10:00:00Z, 2026-04-07T10:00:00Z", // over Easter
    })
    void one_working_day_later_is_the_same_hour_of_the_next_working_day(Instant start, Instant end) {
        assertThat(time.oneWorkingDayAfter(start)).isEqualTo(end);
    }

    @Test
    void the_bank_holidays_of_2026_and_2027_are_those_that_were_announced() {
        assertThat(BankHolidays.of(2026))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 4),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 8, 31),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 28));
        assertThat(BankHolidays.of(2027))
                .contains(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 12, 27), LocalDate.of(2027, 12, 28));
    }
}
