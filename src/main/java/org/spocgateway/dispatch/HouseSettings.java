package org.spocgateway.dispatch;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway's mail to its own house.
 *
 * @param heartbeat how often a test message goes to the SPOC mailbox; zero for never
 * @param heartbeatWithin how long one may be under way before an alarm
 * @param tellTeam whether officers with the role {@code spoc} are told by mail how much waits
 * @param digestAt at what times of a working day they are told; urgent ones are told at once
 * @param zone where the council's clocks hang
 */
@ConfigurationProperties("gateway.dispatch.house")
public record HouseSettings(
        @DefaultValue("PT1H") Duration heartbeat,
        @DefaultValue("PT10M") Duration heartbeatWithin,
        @DefaultValue("true") boolean tellTeam,

        @DefaultValue({"09:00", "14:00"}) List<LocalTime> digestAt,

        @DefaultValue("Europe/London") ZoneId zone) {}
