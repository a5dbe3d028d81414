package org.spocgateway.casework;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is kept (domain 6.4); the figures are the council's.
 *
 * @param content after a message's case was filed in the system of record or closed, its content is kept for this long
 * @param kinds other times for kinds of message, such as {@code K3}
 * @param aside how long mail is kept that was put away as noise
 * @param quarantine how long mail is kept that stays in quarantine
 * @param purgeAfter how long a case stands as due before it is erased: the last time for a legal hold
 * @param duplicate how long a duplicate is kept before it is due
 * @param epochGrace how long a key epoch is kept once it wraps nothing any more; with a month at most 35 days (architecture, keys)
 */
@ConfigurationProperties("gateway.retention")
public record RetentionSettings(
        @DefaultValue("P30D") Duration content,
        @DefaultValue Map<String, Duration> kinds,
        @DefaultValue("P30D") Duration aside,
        @DefaultValue("P90D") Duration quarantine,
        @DefaultValue("P7D") Duration purgeAfter,
        @DefaultValue("P30D") Duration duplicate,
        @DefaultValue("P3D") Duration epochGrace) {
    private static final Duration MOST_GRACE = Duration.ofDays(3);

    public RetentionSettings {
        kinds = Map.copyOf(kinds);
        if (epochGrace.compareTo(MOST_GRACE) > 0 || epochGrace.isNegative()) {
            throw new IllegalArgumentException(
                    "gateway.retention.epoch-grace is at most P3D: an erasure is final after 35 days");
        }
    }

    /** What stands in this class. */
    public static RetentionSettings standard() {
        return new RetentionSettings(
                Duration.ofDays(30),
                Map.of(),
                Duration.ofDays(30),
                Duration.ofDays(90),
                Duration.ofDays(7),
                Duration.ofDays(30),
                MOST_GRACE);
    }

    /** How long the content of a message of this kind is kept. */
    Duration content(String kind) {
        return kinds.getOrDefault(kind, content);
    }
}
