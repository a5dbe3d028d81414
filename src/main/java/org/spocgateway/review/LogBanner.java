package org.spocgateway.review;

import java.time.Clock;
import java.time.Duration;
import org.spocgateway.transferlog.LogState;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;

/** The standing answer to "can this log be trusted": shown on every page of the reviewers. */
@Component("logBanner")
public class LogBanner {
    private static final Duration TOO_OLD = Duration.ofMinutes(3);

    private final TransferLog log;
    private final Clock clock;

    LogBanner(TransferLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * What the banner says.
     *
     * @param key the message: fenced, empty, late or good
     * @param ageSeconds age of the newest checkpoint, −1 when there is none
     */
    public record Banner(String key, boolean bad, LogState state, long ageSeconds) {}

    public Banner now() {
        LogState state = log.state();
        long age = state.signedAt()
                .map(at -> Math.max(0, Duration.between(at, clock.instant()).toSeconds()))
                .orElse(-1L);
        if (!state.mayAct()) {
            return new Banner("review.banner.fenced", true, state, age);
        }
        if (age < 0) {
            return new Banner("review.banner.empty", false, state, age);
        }
        boolean late = state.unsigned() > 0 && age > TOO_OLD.toSeconds();
        return new Banner(late ? "review.banner.late" : "review.banner.good", late, state, age);
    }
}
