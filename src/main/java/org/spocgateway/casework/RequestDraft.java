package org.spocgateway.casework;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;

/**
 * What an officer wants to ask, of whom: the one decision object of desk, API and command line.
 *
 * @param kind {@code information-request} or {@code panel-notice}
 * @param questions ids of standard questions; {@code free-text} stands for {@code freeText}
 * @param freeText the officer's own question; empty when there is none
 * @param fields facts about the person by field name, in the order shown
 * @param documents attachments that were stored sealed before
 */
public record RequestDraft(
        CaseId caseId,
        TransferKind kind,
        List<Addressee> addressees,
        List<String> questions,
        String freeText,
        Map<String, String> fields,
        List<Outgoing.Document> documents,
        LocalDate replyBy,
        Marking marking) {
    public RequestDraft {
        addressees = List.copyOf(addressees);
        questions = List.copyOf(questions);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        documents = List.copyOf(documents);
    }

    /** The same with these words. */
    RequestDraft saying(String words) {
        return new RequestDraft(caseId, kind, addressees, questions, words, fields, documents, replyBy, marking);
    }

    /** The same with this file beside the others. */
    RequestDraft with(Outgoing.Document document) {
        var more = Stream.concat(documents.stream(), Stream.of(document)).toList();
        return new RequestDraft(caseId, kind, addressees, questions, freeText, fields, more, replyBy, marking);
    }

    @Override
    public String toString() {
        return "RequestDraft[" + caseId + ", " + addressees.size() + " addressees]";
    }
}
