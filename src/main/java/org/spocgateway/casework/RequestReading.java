package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Component;

/** Puts requests together from their rows: for people, and for the package that carries them. */
@Component
class RequestReading {
    private final RequestRows requests;
    private final RecipientRows recipients;
    private final AnswerRows answers;
    private final CaseRows cases;
    private final GateRows gates;
    private final DraftCheck check;

    RequestReading(
            RequestRows requests,
            RecipientRows recipients,
            AnswerRows answers,
            CaseRows cases,
            GateRows gates,
            DraftCheck check) {
        this.requests = requests;
        this.recipients = recipients;
        this.answers = answers;
        this.cases = cases;
        this.gates = gates;
        this.check = check;
    }

    Optional<Outgoing> outgoing(TransferId id) {
        return recipients
                .find(id)
                .flatMap(recipient -> requests.find(recipient.request()).map(row -> outgoing(row, recipient)));
    }

    /** With the case as it is at this moment: the tick of R23 and the missing call of R10 are read afresh. */
    Outgoing outgoing(RequestRow row, RecipientRow recipient) {
        CaseRow caseRow = cases.get(row.caseId());
        return new Outgoing(
                recipient.transfer(),
                row.kind(),
                row.caseId(),
                caseRow.reference(),
                recipient.reference(),
                recipient.party(),
                recipient.address(),
                row.questions(),
                row.freeText(),
                row.fields(),
                row.documents(),
                recipient.forwarded(),
                row.replyBy(),
                row.author(),
                row.notBefore(),
                gates.find(row.caseId()).map(GateRow::receivedSecurely).orElse(false),
                caseRow.callMissing(),
                row.marking());
    }

    RequestView view(RequestRow row) {
        List<RequestView.Recipient> lines = recipients.of(row.id()).stream()
                .map(each -> new RequestView.Recipient(
                        each.transfer(),
                        each.reference(),
                        each.party(),
                        each.address(),
                        each.notSent(),
                        each.withdrawn(),
                        answers.of(each.transfer())))
                .toList();
        boolean waits = lines.stream().anyMatch(RequestView.Recipient::waits);
        boolean overdue =
                waits && row.replyBy().isBefore(check.today()) && row.undoneAt().isEmpty();
        return new RequestView(
                row.id(),
                row.caseId(),
                cases.get(row.caseId()).reference(),
                row.kind(),
                row.author(),
                row.approvedAt(),
                row.notBefore(),
                row.undoneAt().isPresent(),
                row.replyBy(),
                overdue,
                row.questions(),
                row.freeText(),
                row.fields(),
                lines);
    }
}
