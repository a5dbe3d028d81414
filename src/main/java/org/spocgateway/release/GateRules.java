package org.spocgateway.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.directory.Agreement;
import org.spocgateway.directory.Force;
import org.spocgateway.terms.Gate;

/** Rules about the moment: what police have said, what was checked, which agreement is in force. */
final class GateRules {
    private GateRules() {}

    /** R1 (4.1): no further action until police indicate that information gathering can commence. */
    static List<Objection> notOpen(Facts facts) {
        return Objection.when(facts.gate() != Gate.OPEN, "not-open");
    }

    /** R2 (4.1): a police indication opens nothing by itself; an officer confirms it. */
    static List<Objection> notConfirmed(Facts facts) {
        return Objection.when(facts.gate() == Gate.PROPOSED, "not-confirmed");
    }

    /** R4 (4.2): a live investigation ends all asking. */
    static List<Objection> stopped(Facts facts) {
        return Objection.when(facts.gate() == Gate.STOPPED, "stopped");
    }

    /** R6 (4.1): while police check, nobody looks the person up, not even inside the council. */
    static List<Objection> whileChecking(Facts facts) {
        return Objection.when(facts.gate() == Gate.CLOSED || facts.gate() == Gate.PROPOSED, "while-checking");
    }

    /** R10 (4.3): an urgent referral is accompanied by a telephone call. */
    static List<Objection> callMissing(Facts facts) {
        return Objection.when(
                facts.transfer().urgentCallMissing(), "call-missing", "telephone", facts.ownForceTelephone());
    }

    /** R23 (4.6): staff check that mail from police was handled securely. */
    static List<Objection> notTicked(Facts facts) {
        return Objection.when(facts.gate() == Gate.OPEN && !facts.transfer().receivedSecurely(), "not-ticked");
    }

    /** R25 (3.4): the agreement between force and council is in date, or its holder has said why we go on. */
    static List<Objection> agreement(Facts facts) {
        return facts.ownForce().map(force -> agreement(facts, force)).orElse(Objection.NONE);
    }

    private static List<Objection> agreement(Facts facts, Force force) {
        Optional<Agreement> agreement = facts.directory().agreement(force.id());
        if (agreement.isEmpty()) {
            return Objection.when(true, "missing", "force", force.name());
        }
        if (agreement.get().inForce(facts.day())) {
            return Objection.NONE;
        }
        boolean early = facts.day().isBefore(agreement.get().signed());
        return List.of(
                early
                        ? new Objection(
                                "not-begun",
                                Map.of(
                                        "force",
                                        force.name(),
                                        "signed",
                                        Days.words(agreement.get().signed())))
                        : new Objection(
                                "ended",
                                Map.of(
                                        "force",
                                        force.name(),
                                        "until",
                                        Days.words(agreement.get().until()))));
    }
}
