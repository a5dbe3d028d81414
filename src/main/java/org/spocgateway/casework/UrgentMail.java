package org.spocgateway.casework;

import java.time.Duration;
import java.util.Optional;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.CaseId;
import org.springframework.stereotype.Component;

/** An urgent police referral is accompanied with a telephone call (policy 4.3); without a note of one there is an alarm (R10). */
@Component
class UrgentMail {
    /** A call noted this long before the mail counts as the one that announced it. */
    private static final Duration ANNOUNCED = Duration.ofHours(1);

    private final CaseRows cases;
    private final CallRows calls;
    private final AlarmRows alarms;
    private final Police police;

    UrgentMail(CaseRows cases, CallRows calls, AlarmRows alarms, Police police) {
        this.cases = cases;
        this.calls = calls;
        this.alarms = alarms;
        this.police = police;
    }

    void arrived(Settlement settlement, CaseId id, Inbound mail) {
        boolean missing = !calls.notedSince(id, mail.receivedAt().minus(ANNOUNCED));
        cases.urgentMail(id, mail.receivedAt(), missing);
        if (missing) {
            alarms.raise(
                    settlement,
                    "call-missing",
                    Optional.of(id),
                    Optional.empty(),
                    police.of(id).telephone());
        }
    }
}
