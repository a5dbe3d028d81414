package org.spocgateway.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway works through its rows.
 *
 * @param start whether it works at all; a command that only looks at the database does not
 * @param threads rows carried at the same time
 * @param poll how often the table of tasks is looked at without being woken
 * @param heartbeat how often a node says that it lives; after four missed ones its tasks are taken over
 * @param sweep how often rows without a task are looked for
 * @param shutdown how long running pages may take to end when the process is asked to stop
 */
@ConfigurationProperties("gateway.work")
public record WorkSettings(
        @DefaultValue("true") boolean start,
        @DefaultValue("4") int threads,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("1m") Duration sweep,
        @DefaultValue("25s") Duration shutdown) {

    /** As they are when nothing is said. */
    public static WorkSettings standard() {
        return new WorkSettings(
                true, 4, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(25));
    }
}
