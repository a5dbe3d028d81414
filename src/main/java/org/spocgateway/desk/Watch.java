package org.spocgateway.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.PoliceSilence;
import org.spocgateway.casework.YearlyFigures;
import org.spocgateway.directory.AgreementDays;
import org.spocgateway.directory.Directory;
import org.spocgateway.dispatch.Heartbeats;
import org.springframework.stereotype.Component;

/** What tells officers that silence is only silence: when police were last heard, the test message, and agreements that end. */
@Component
class Watch {
    private final PoliceSilence silence;
    private final Heartbeats heartbeats;
    private final Directory directory;
    private final YearlyFigures figures;
    private final Times times;

    Watch(PoliceSilence silence, Heartbeats heartbeats, Directory directory, YearlyFigures figures, Times times) {
        this.silence = silence;
        this.heartbeats = heartbeats;
        this.directory = directory;
        this.figures = figures;
        this.times = times;
    }

    /**
     * How it stands.
     *
     * @param lastHeard when the last message from police was put on a case
     * @param beat the last test message that came back
     * @param agreements those to be renewed soon, or not in force
     * @param reportDue whether the yearly figures are due (R26)
     */
    record Now(
            Optional<Instant> lastHeard,
            Optional<Heartbeats.Beat> beat,
            Optional<PoliceSilence.Count> count,
            List<AgreementDays> agreements,
            boolean reportDue) {
        /** How long the test message was under way, in seconds, at least one. */
        public long roundTrip() {
            return beat.flatMap(Heartbeats.Beat::roundTrip)
                    .map(Duration::toSeconds)
                    .map(seconds -> Math.max(1, seconds))
                    .orElse(0L);
        }
    }

    Now now() {
        return new Now(
                silence.lastHeard(),
                heartbeats.lastReturned(),
                silence.count(),
                directory.forces().stream()
                        .flatMap(force -> directory.agreement(force.id()).stream())
                        .flatMap(agreement -> AgreementDays.of(agreement, times.today()).stream())
                        .toList(),
                figures.due());
    }
}
