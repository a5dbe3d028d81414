package org.spocgateway.casework;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Component;

/** Which case, and which request, a message names; it never guesses: names alone join nothing. */
@Component
class CaseFinder {
    private final CaseRows cases;
    private final PoliceReferenceRows policeReferences;
    private final RecipientRows recipients;

    CaseFinder(CaseRows cases, PoliceReferenceRows policeReferences, RecipientRows recipients) {
        this.cases = cases;
        this.policeReferences = policeReferences;
        this.recipients = recipients;
    }

    /** Every case that a reference of ours or of police's names, or whose mail this answers. */
    Set<CaseId> cases(Reading reading) {
        Set<CaseId> found = new LinkedHashSet<>();
        reading.classified().cases().forEach(each -> cases.byReference(each).ifPresent(found::add));
        reading.classified().policeReferences().forEach(each -> found.addAll(policeReferences.cases(each)));
        requests(reading).forEach(each -> found.add(each.caseId()));
        return found;
    }

    /** Every transfer of ours that the message names by its reference or answers by its Message-ID. */
    List<RecipientRow> requests(Reading reading) {
        Map<TransferId, RecipientRow> found = new LinkedHashMap<>();
        reading.classified()
                .requests()
                .forEach(each -> recipients.byReference(each).ifPresent(row -> found.put(row.transfer(), row)));
        reading.inReplyTo().stream()
                .map(this::answered)
                .flatMap(Optional::stream)
                .forEach(row -> found.put(row.transfer(), row));
        return List.copyOf(found.values());
    }

    private Optional<RecipientRow> answered(String messageId) {
        return MessageTags.in(messageId).flatMap(recipients::byMessageTag);
    }
}
