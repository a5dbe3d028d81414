package org.spocgateway.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long an agreement still lasts: people are warned 60, 30 and 7 days before it ends, and told once it is over (R25).
 *
 * @param left days until the last day in force; negative when it is over
 * @param step 60, 30 or 7; 0 when it is not in force
 */
public record AgreementDays(Agreement agreement, long left, int step) {
    private static final int[] STEPS = {7, 30, 60};

    /** The warning of this day; empty while there is time, or while its holder has said why we go on. */
    public static Optional<AgreementDays> of(Agreement agreement, LocalDate day) {
        if (agreement.override().isPresent()) {
            return Optional.empty();
        }
        long left = ChronoUnit.DAYS.between(day, agreement.until());
        if (!agreement.inForce(day)) {
            return Optional.of(new AgreementDays(agreement, left, 0));
        }
        for (int step : STEPS) {
            if (left <= step) {
                return Optional.of(new AgreementDays(agreement, left, step));
            }
        }
        return Optional.empty();
    }
}
