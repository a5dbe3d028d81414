package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.classification.Classified;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.springframework.stereotype.Component;

/** Files a worry of staff, a school or the public: a case with the gate CLOSED, and on to Prevent police (policy 4.1, R5). */
@Component
class ConcernFiling {
    private final CaseFinder finder;
    private final PoliceReferenceRows references;
    private final CaseRows cases;
    private final GateRows gates;
    private final MessageRows messages;
    private final Placing placing;
    private final Onward onward;
    private final WorkingTime workingTime;
    private final CaseworkSettings settings;

    ConcernFiling(
            CaseFinder finder,
            PoliceReferenceRows references,
            CaseRows cases,
            GateRows gates,
            MessageRows messages,
            Placing placing,
            Onward onward,
            WorkingTime workingTime,
            CaseworkSettings settings) {
        this.finder = finder;
        this.references = references;
        this.cases = cases;
        this.gates = gates;
        this.messages = messages;
        this.placing = placing;
        this.onward = onward;
        this.workingTime = workingTime;
        this.settings = settings;
    }

    void file(Settlement settlement, Reading reading) {
        references.claim(reading.classified().policeReferences());
        Set<CaseId> found = finder.cases(reading);
        if (found.size() > 1) {
            placing.waits(settlement, reading, "two-cases", "referral-waits");
            return;
        }
        CaseId id = found.stream().findFirst().orElseGet(() -> placing.newCase(settlement, Actor.system()));
        gates.lock(id);
        if (cases.get(id).closedAt().isPresent()) {
            placing.waits(settlement, reading, "case-closed", "referral-waits");
            return;
        }
        var manner = new Placing.Manner(Placing.word(reading), forwardDue(reading));
        if (placing.onto(settlement, reading, id, manner, Actor.system()) && goesOnByItself(reading)) {
            onward.forward(settlement, messages.find(reading.id()).orElseThrow(), Actor.system());
        }
    }

    /** When it must have gone on to police; empty when police had it among its recipients. */
    Optional<Instant> forwardDue(Reading reading) {
        return reading.classified().policeAmongRecipients()
                ? Optional.empty()
                : Optional.of(workingTime.after(reading.mail().receivedAt(), settings.forwardWithin()));
    }

    private static boolean goesOnByItself(Reading reading) {
        Classified classified = reading.classified();
        return classified.recognisedForm() && classified.knownSender() && !classified.policeAmongRecipients();
    }
}
