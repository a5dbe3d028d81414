package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.MailAddress;
import org.springframework.stereotype.Component;

/** Files what partners write back (policy 4.4): matched to its request by reference or Message-ID, never by guess. */
@Component
class ReplyFiling {
    private final CaseFinder finder;
    private final GateRows gates;
    private final RequestRows requests;
    private final AnswerFiling answers;
    private final Placing placing;
    private final Directory directory;
    private final Police police;

    ReplyFiling(
            CaseFinder finder,
            GateRows gates,
            RequestRows requests,
            AnswerFiling answers,
            Placing placing,
            Directory directory,
            Police police) {
        this.finder = finder;
        this.gates = gates;
        this.requests = requests;
        this.answers = answers;
        this.placing = placing;
        this.directory = directory;
        this.police = police;
    }

    void answer(Settlement settlement, Reading reading) {
        List<RecipientRow> named = finder.requests(reading);
        if (named.size() != 1) {
            placing.waits(settlement, reading, named.isEmpty() ? "reply-without-request" : "two-requests");
            return;
        }
        RecipientRow request = named.get(0);
        if (!isFrom(reading.from(), request)) {
            placing.waits(settlement, reading, "reply-from-another");
            return;
        }
        gates.lock(request.caseId());
        if (placing.onto(settlement, reading, request.caseId(), Placing.word(reading), Actor.system())
                && isQuestion(request)) {
            String way = reading.classified().requests().isEmpty() ? "in-reply-to" : "reference";
            answers.fromMail(
                    settlement,
                    request,
                    reading.mail(),
                    MailedAnswer.of(reading.kind(), reading.text()),
                    Actor.system(),
                    way);
        }
    }

    /** An automatic answer or a bounce: on the case of the mail it is about, and never an answer. */
    boolean notAnAnswer(Settlement settlement, Reading reading) {
        List<RecipientRow> named = finder.requests(reading);
        if (named.size() != 1) {
            return false;
        }
        gates.lock(named.get(0).caseId());
        placing.onto(settlement, reading, named.get(0).caseId(), Placing.word(reading), Actor.system());
        return true;
    }

    /** Criminal justice secure mail: on the one case that it names, else in front of a person; never an answer by itself. */
    void ofSecureMail(Settlement settlement, Reading reading) {
        Set<CaseId> found = finder.cases(reading);
        if (found.size() == 1 && police.isSafe(reading.mail())) {
            CaseId id = found.iterator().next();
            gates.lock(id);
            placing.onto(settlement, reading, id, Placing.word(reading), Actor.system());
        } else {
            placing.waits(settlement, reading, found.size() > 1 ? "two-cases" : Placing.word(reading));
        }
    }

    private boolean isQuestion(RecipientRow request) {
        return requests.find(request.request())
                .filter(row -> row.kind().waitsForGate())
                .isPresent();
    }

    /** Whether the sender is who was asked: the same address, or another one of the same organisation. */
    private boolean isFrom(Optional<MailAddress> from, RecipientRow request) {
        return from.filter(sender -> sender.equals(request.address())
                        || directory
                                .at(sender)
                                .map(Party::id)
                                .filter(id -> request.party().filter(id::equals).isPresent())
                                .isPresent())
                .isPresent();
    }
}
