package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/** What the gate never holds back: on to Prevent police (R5), and to Children's or Adults' services (R29). */
public class Referrals {
    /** Sends every referral of the case that has not gone on yet to Prevent police, whole; empty when all have. */
    public List<TransferId> forwardToPolice(CaseId id, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** The referrals of a case, and whether each went on. */
    public List<Forwarding> of(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** Every referral that has not gone on yet, oldest first. */
    public List<Forwarding> waiting() {
        throw new IllegalStateException("to be written");
    }

    /**
     * Tells the front doors, and Prevent police in the same step.
     *
     * @param idempotencyKey as for requests
     */
    public Approval safeguardingReferral(SafeguardingReferral referral, Actor officer, String idempotencyKey) {
        throw new IllegalStateException("to be written");
    }

    /** Raises an alarm for every referral that is late; returns how many. */
    public int alarmLate() {
        throw new IllegalStateException("to be written");
    }
}
