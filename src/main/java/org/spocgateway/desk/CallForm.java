package org.spocgateway.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.casework.PhoneCall;

/**
 * A telephone call with police, as typed.
 *
 * @param day empty means today
 * @param calledBack the tick that police were called on the directory's number
 */
public record CallForm(String caller, String collarNumber, String day, String time, Boolean calledBack) {
    private static final int LONGEST = 200;

    public CallForm(
            @Nullable String caller,
            @Nullable String collarNumber,
            @Nullable String day,
            @Nullable String time,
            @Nullable Boolean calledBack) {
        this.caller = Objects.requireNonNullElse(caller, "").strip();
        this.collarNumber = Objects.requireNonNullElse(collarNumber, "").strip();
        this.day = Objects.requireNonNullElse(day, "").strip();
        this.time = Objects.requireNonNullElse(time, "").strip();
        this.calledBack = Objects.requireNonNullElse(calledBack, false);
    }

    /** Nothing typed yet. */
    static CallForm empty() {
        return new CallForm("", "", "", "", false);
    }

    /** The call, or the faults. */
    Optional<PhoneCall> call(String number, boolean mustBeCalledBack, Times times, Problems problems) {
        Optional<Instant> at = times.typed(day, time);
        problems.when(caller.isEmpty() || caller.length() > LONGEST, "caller", "desk.call.noCaller")
                .when(collarNumber.isEmpty() || collarNumber.length() > LONGEST, "collarNumber", "desk.call.noCollar")
                .when(at.isEmpty(), "time", "desk.call.noTime")
                .when(at.filter(times::inFuture).isPresent(), "time", "desk.call.future")
                .when(mustBeCalledBack && !calledBack, "calledBack", "desk.call.notCalledBack");
        return problems.any()
                ? Optional.empty()
                : at.map(moment -> new PhoneCall(caller, collarNumber, moment, number));
    }

    @Override
    public String toString() {
        return "CallForm[redacted]";
    }
}
