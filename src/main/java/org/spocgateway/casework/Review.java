package org.spocgateway.casework;

import java.time.LocalDate;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;

/**
 * A review of a closed case that is due: its reference, its day and whose it is, and nothing else.
 *
 * @param months after it was closed: 6 or 12
 * @param owner account id of the officer who closed it
 */
public record Review(CaseId caseId, CaseReference reference, int months, LocalDate dueOn, String owner) {
    @Override
    public String toString() {
        return "Review[" + caseId + ", " + months + " months]";
    }
}
