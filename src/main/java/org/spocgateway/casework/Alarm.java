package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.InboundId;

/**
 * Something an officer must do now.
 *
 * @param id for clearing
 * @param word for message bundles: {@code call-missing}, {@code not-forwarded}, {@code doubtful-stop}, {@code go-ahead-lapsed}, …
 * @param telephone the directory's number to ring; empty when there is nobody to ring
 */
public record Alarm(
        String id,
        String word,
        Optional<CaseId> caseId,
        Optional<CaseReference> caseReference,
        Optional<InboundId> message,
        Instant since,
        String telephone) {
    @Override
    public String toString() {
        return "Alarm[" + word + "]";
    }
}
