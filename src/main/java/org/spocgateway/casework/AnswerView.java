package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;

/**
 * What a partner answered.
 *
 * @param answer one of the complete answers (policy 4.4); empty for a mailed reply that an officer has to read
 * @param planExists whether a multi-agency plan exists: then the partner is required at the panel (policy 4.5)
 * @param text the words; empty for a mailed reply, whose words stand in the mail
 * @param givenBy name and role as the answering person stated them; empty for a mailed reply
 * @param receipt the receipt number of the portal; empty for a mailed reply
 * @param mail the mail it came in; empty for the portal
 */
public record AnswerView(
        TransferId transfer,
        Optional<String> party,
        Instant at,
        Optional<AnswerGiven.Answer> answer,
        boolean planExists,
        String text,
        String givenBy,
        Optional<String> receipt,
        Optional<InboundId> mail) {
    AnswerView withPlan(boolean exists) {
        return new AnswerView(transfer, party, at, answer, exists, text, givenBy, receipt, mail);
    }

    @Override
    public String toString() {
        return "AnswerView[" + transfer + "]";
    }
}
