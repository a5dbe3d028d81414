package org.spocgateway.dispatch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How transfers are carried.
 *
 * @param connect how long to wait for a connection
 * @param reply how long to wait for every reply before the point of no return
 * @param finalReply how long to wait for the reply to the final dot
 * @param tryAgain how long to wait after the first, second, … deferred attempt
 * @param attempts after so many deferred attempts a person is asked
 * @param sendAgain how long an at-least-once kind waits after an unknown outcome (architecture, semantics)
 * @param portalAddress where partners reach the portal, without a slash at the end
 */
@ConfigurationProperties("gateway.dispatch")
public record DispatchSettings(
        @DefaultValue("10s") Duration connect,
        @DefaultValue("60s") Duration reply,
        @DefaultValue("10m") Duration finalReply,

        @DefaultValue({"1m", "2m", "5m", "15m", "30m", "1h"})
        List<Duration> tryAgain,

        @DefaultValue("48") int attempts,
        @DefaultValue("10m") Duration sendAgain,
        @DefaultValue("https://localhost:8444") String portalAddress) {
    Patience patience() {
        return new Patience(connect, reply, finalReply);
    }

    Backoff backoff() {
        return new Backoff(tryAgain, attempts, sendAgain);
    }
}
