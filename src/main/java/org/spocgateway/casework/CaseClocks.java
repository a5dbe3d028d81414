package org.spocgateway.casework;

import org.spocgateway.transferlog.TransferLog;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What happens because time has passed: a spoken go-ahead lapses (R2c), a referral is late on its way to police (R5), the mail to a call
 * is missing (R11), a partner is reminded (R15), a review falls due, police are silent.
 */
@Component
public class CaseClocks {
    private final Gates gates;
    private final Referrals referrals;
    private final CaseReviews reviews;
    private final MailAfterCall mailAfterCall;
    private final Reminders reminders;
    private final PoliceSilence silence;
    private final TransferLog log;

    CaseClocks(
            Gates gates,
            Referrals referrals,
            CaseReviews reviews,
            MailAfterCall mailAfterCall,
            Reminders reminders,
            PoliceSilence silence,
            TransferLog log) {
        this.gates = gates;
        this.referrals = referrals;
        this.reviews = reviews;
        this.mailAfterCall = mailAfterCall;
        this.reminders = reminders;
        this.silence = silence;
        this.log = log;
    }

    /** Looks once; two nodes may look at the same time, since each change asks for the state it changes. */
    @Scheduled(fixedDelayString = "${gateway.casework.look-every:PT30S}")
    public void tick() {
        if (log.mayAct()) {
            gates.lapse();
            referrals.alarmLate();
            reviews.timePasses();
            mailAfterCall.look();
            reminders.look();
            silence.look();
        }
    }
}
