package org.spocgateway.casework;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of casework.
 *
 * @param undo how long a request can be taken back before it may leave
 * @param forwardWithin how much working time a referral may take to go on to police before an alarm (R5)
 * @param zone where the council's clocks hang
 * @param from start of the working day
 * @param to end of the working day
 */
@ConfigurationProperties("gateway.casework")
public record CaseworkSettings(
        @DefaultValue("PT2M") Duration undo,
        @DefaultValue("PT15M") Duration forwardWithin,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("17:00") LocalTime to) {
    /** What stands in this class. */
    public static CaseworkSettings standard() {
        return new CaseworkSettings(
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                ZoneId.of("Europe/London"),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0));
    }
}
