package org.spocgateway.casework;

import java.util.Optional;
import java.util.function.Predicate;
import org.spocgateway.envelope.Fault;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** What officers do with messages that wait in front of a person. */
@Component
class WaitingMessages {
    private final Readings readings;
    private final Intake intake;
    private final Placing placing;
    private final PoliceFiling police;
    private final ConcernFiling concerns;
    private final AnswerFiling answers;
    private final RecipientRows recipients;
    private final CaseMoves cases;
    private final GateRows gates;
    private final AlarmRows alarms;
    private final Settlements settlements;

    WaitingMessages(
            Readings readings,
            Intake intake,
            Placing placing,
            PoliceFiling police,
            ConcernFiling concerns,
            AnswerFiling answers,
            RecipientRows recipients,
            CaseMoves cases,
            GateRows gates,
            AlarmRows alarms,
            Settlements settlements) {
        this.readings = readings;
        this.intake = intake;
        this.placing = placing;
        this.police = police;
        this.concerns = concerns;
        this.answers = answers;
        this.recipients = recipients;
        this.cases = cases;
        this.gates = gates;
        this.alarms = alarms;
        this.settlements = settlements;
    }

    boolean attach(InboundId message, CaseId onto, Actor officer) {
        Optional<Reading> waiting = placeable(message);
        return waiting.isPresent()
                && settlements.settle(settlement -> put(settlement, waiting.get(), gates.lock(onto), officer));
    }

    /** The case opens again if it was closed; what police wrote has its effect, but a go-ahead only proposes. */
    private boolean put(Settlement settlement, Reading reading, GateRow gate, Actor officer) {
        var manner = new Placing.Manner(
                Placing.word(reading), reading.isConcern() ? concerns.forwardDue(reading) : Optional.empty());
        if (!placing.onto(settlement, reading, gate.caseId(), manner, officer)) {
            return false;
        }
        cases.follows(gate.caseId(), CaseEvent.REOPEN);
        if (reading.kind().fromPolice()) {
            GateEvent event = gate.gate() == Gate.OPEN ? GateEvent.MESSAGE_PROPOSES : GateEvent.OFFICER_PROPOSES;
            police.effect(settlement, reading, gate, event, officer);
        }
        return true;
    }

    Optional<CaseId> openFrom(InboundId message, Actor officer) {
        return placeable(message)
                .flatMap(reading -> settlements.settle(settlement -> {
                    CaseId id = placing.newCase(settlement, officer);
                    gates.lock(id);
                    var manner = new Placing.Manner(
                            Placing.word(reading),
                            reading.kind().fromPolice() ? Optional.empty() : concerns.forwardDue(reading));
                    return placing.onto(settlement, reading, id, manner, officer)
                            ? Optional.of(id)
                            : Optional.<CaseId>empty();
                }));
    }

    boolean attachAnswer(InboundId message, TransferId transfer, Actor officer) {
        Optional<Reading> waiting = placeable(message);
        Optional<RecipientRow> request = recipients.find(transfer);
        return waiting.isPresent()
                && request.isPresent()
                && settlements.settle(settlement -> answer(settlement, waiting.get(), request.get(), officer));
    }

    private boolean answer(Settlement settlement, Reading reading, RecipientRow request, Actor officer) {
        gates.lock(request.caseId());
        if (!placing.onto(settlement, reading, request.caseId(), Placing.word(reading), officer)) {
            return false;
        }
        var read = MailedAnswer.of(reading.kind(), reading.text());
        answers.fromMail(settlement, request, reading.mail(), read, officer, "officer");
        return true;
    }

    boolean setAside(InboundId message, Actor officer) {
        return waiting(message)
                .map(reading -> settlements.settle(settlement -> {
                    placing.aside(settlement, reading, "by-officer", officer);
                    return !settlement.isAbandoned();
                }))
                .orElse(false);
    }

    /** Has a message that the scanner stopped scanned once more, by what the scanner knows now. */
    boolean scanAgain(InboundId message, Actor officer) {
        return waiting(message)
                .filter(reading ->
                        reading.mail().fault().filter(Fault::isFromScanner).isPresent())
                .map(reading -> settlements.settle(settlement -> {
                    if (!intake.scanAgain(message, reading.mail().state())) {
                        settlement.abandon();
                        return false;
                    }
                    alarms.clear(settlement, message, officer);
                    settlement.log(Entry.of(EntryType.INTAKE_RELEASED, Direction.IN)
                            .inbound(message)
                            .by(officer)
                            .with(Field.REASON, "scan-again"));
                    return true;
                }))
                .orElse(false);
    }

    boolean bringBack(InboundId message, Actor officer) {
        return settlements.settle(settlement -> {
            if (!intake.waitForPerson(message, InboundState.SET_ASIDE, "brought-back")) {
                settlement.abandon();
                return false;
            }
            settlement.log(Entry.of(EntryType.INTAKE_RELEASED, Direction.IN)
                    .inbound(message)
                    .by(officer));
            return true;
        });
    }

    /** One that may be put somewhere: what the scanner stopped stays where it is. */
    private Optional<Reading> placeable(InboundId message) {
        return waiting(message)
                .filter(reading ->
                        reading.mail().fault().filter(Fault::isFromScanner).isEmpty());
    }

    private Optional<Reading> waiting(InboundId message) {
        Predicate<InboundState> waits = state ->
                state == InboundState.WAITING || state == InboundState.QUARANTINED || state == InboundState.UNOPENED;
        return readings.of(message).filter(reading -> waits.test(reading.mail().state()));
    }
}
