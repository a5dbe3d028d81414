package org.spocgateway.casework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long casework waits for others.
 *
 * @param mailAfterCall how long after a call about an urgent referral its mail may take before an alarm (R11)
 * @param remindAfter after how many working days a partner is reminded once (R15); the second reminder goes on the last day
 * @param quietAfter after how many working days without any mail from police there is an alarm
 */
@ConfigurationProperties("gateway.casework.clocks")
public record ClockSettings(
        @DefaultValue("PT1H") Duration mailAfterCall,
        @DefaultValue("3") int remindAfter,
        @DefaultValue("10") int quietAfter) {
    /** What stands in this class. */
    public static ClockSettings standard() {
        return new ClockSettings(Duration.ofHours(1), 3, 10);
    }
}
