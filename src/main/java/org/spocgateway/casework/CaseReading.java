package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.springframework.stereotype.Component;

/** Puts a case together from its rows, for people. */
@Component
class CaseReading {
    private final GateRows gates;
    private final StandingRows standings;
    private final FactRows facts;
    private final PoliceReferenceRows references;
    private final MessageRows messages;
    private final RequestRows requests;
    private final Police police;

    CaseReading(
            GateRows gates,
            StandingRows standings,
            FactRows facts,
            PoliceReferenceRows references,
            MessageRows messages,
            RequestRows requests,
            Police police) {
        this.gates = gates;
        this.standings = standings;
        this.facts = facts;
        this.references = references;
        this.messages = messages;
        this.requests = requests;
        this.police = police;
    }

    CaseFile file(CaseRow row) {
        GateRow gate = gates.find(row.id()).orElseThrow();
        PersonReferred person = facts.of(row.id());
        return new CaseFile(
                summary(row, gate, person),
                references.of(row.id()),
                List.copyOf(person.facts().keySet()),
                police.of(row.id()).telephone(),
                gate.proposal(),
                gate.mailDue(),
                gate.receivedSecurely(),
                standings.get(row.id()));
    }

    CaseSummary summary(CaseRow row) {
        return summary(row, gates.find(row.id()).orElseThrow(), facts.of(row.id()));
    }

    private CaseSummary summary(CaseRow row, GateRow gate, PersonReferred person) {
        return new CaseSummary(
                row.id(),
                row.reference(),
                gate.gate(),
                standings.get(row.id()).state(),
                row.urgent(),
                row.callMissing(),
                person.initials(),
                row.openedAt(),
                row.changedAt(),
                waitingFor(row, gate.gate()),
                row.force());
    }

    private WaitingFor waitingFor(CaseRow row, Gate gate) {
        if (row.closedAt().isPresent()) {
            return WaitingFor.NOBODY;
        }
        if (row.callMissing()) {
            return WaitingFor.CALL;
        }
        if (mustGoOn(row.id())) {
            return WaitingFor.FORWARDING;
        }
        return switch (gate) {
            case PROPOSED -> WaitingFor.CONFIRMATION;
            case CLOSED, STOPPED -> WaitingFor.POLICE;
            case OPEN -> requests.anyUnanswered(row.id()) ? WaitingFor.PARTNERS : WaitingFor.OFFICER;
        };
    }

    private boolean mustGoOn(CaseId id) {
        return messages.toForward(id).stream().map(MessageRow::forwardedAt).anyMatch(Optional::isEmpty);
    }
}
