package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.directory.Directory;

class WorkingTimeTest {
    private final WorkingTime time =
            new WorkingTime(CaseworkSettings.standard(), Directory.read(Path.of("config"), Path.of("certs")));

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
}
