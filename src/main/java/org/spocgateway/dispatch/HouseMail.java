package org.spocgateway.dispatch;

import org.spocgateway.terms.CaseId;

/** Notices to the council's own people, about no case: they stand under an id that no case can have, and no gate holds them. */
final class HouseMail {
    /** In the place of a case; random ids of 128 bits do not meet it. */
    static final CaseId CASE = new CaseId("0".repeat(26));

    private HouseMail() {}

    static boolean is(TransferRow row) {
        return row.caseId().equals(CASE);
    }
}
