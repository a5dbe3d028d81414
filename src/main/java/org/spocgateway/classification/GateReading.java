package org.spocgateway.classification;

import java.util.Set;

/** What a message proposes for the gate: every doubt waits for a person, and nothing opens by itself (R2, R3, R4). */
final class GateReading {
    private GateReading() {}

    /** Kinds that police write about the gate of a case, or that may carry such a mail inside. */
    private static boolean concernsGate(MessageKind kind) {
        return kind.fromPolice() || kind == MessageKind.UNSORTED;
    }

    /** A machine's answer is none, whatever it says. */
    private static boolean isMachine(MessageKind kind) {
        return kind == MessageKind.DELIVERY_FAILURE
                || kind == MessageKind.OUT_OF_OFFICE
                || kind == MessageKind.READ_RECEIPT;
    }

    /** Police mail that must be opened or judged by a person first (R8; domain K7, K8, K10). */
    private static boolean isForPerson(MessageKind kind) {
        return kind == MessageKind.POLICE_ENCRYPTED
                || kind == MessageKind.POLICE_MICROSOFT_WRAPPER
                || kind == MessageKind.POLICE_TO_INDIVIDUAL;
    }

    static GateEffect of(Facts facts, Rule rule, Arrival arrival, ArrivalGrade threshold) {
        if (facts.side().isForged() || rule.kind() == MessageKind.HOSTILE) {
            return GateEffect.HOLD;
        }
        boolean carriesPolice = facts.original().filter(SenderSide::isPolice).isPresent()
                || rule.kind().fromPolice();
        if (!facts.side().isPolice()) {
            return carriesPolice || rule.holds() ? GateEffect.HOLD : GateEffect.NONE;
        }
        if (facts.structures().contains(Structure.UNOPENED)) {
            return GateEffect.HOLD;
        }
        boolean safe = arrival.grade().atLeast(threshold)
                && !arrival.isDenied()
                && !facts.reading().commandsMachine()
                && !facts.structures().contains(Structure.MACRO_FILE);
        return ofPolice(facts, rule, safe);
    }

    private static GateEffect ofPolice(Facts facts, Rule rule, boolean safe) {
        Set<Intent> intents = facts.intents();
        boolean positive = intents.contains(Intent.GO_AHEAD) || intents.contains(Intent.ASKS);
        if (intents.contains(Intent.STOP)) {
            return GateEffect.STOP;
        }
        if (isForPerson(rule.kind()) || rule.holds()) {
            return GateEffect.HOLD;
        }
        if (!concernsGate(rule.kind())) {
            return intents.contains(Intent.GO_AHEAD) && !isMachine(rule.kind()) ? GateEffect.HOLD : GateEffect.NONE;
        }
        if (intents.contains(Intent.NOT_YET)) {
            return positive || facts.reading().isContradicted() ? GateEffect.HOLD : GateEffect.STAY_CLOSED;
        }
        if (intents.contains(Intent.NO_FURTHER_ACTION)) {
            return positive ? GateEffect.HOLD : GateEffect.STAY_CLOSED;
        }
        boolean asks = intents.contains(Intent.ASKS) && rule.kind() != MessageKind.POLICE_GO_AHEAD;
        boolean conditional = asks ? facts.reading().isPlainlyConditional() : intents.contains(Intent.CONDITIONAL);
        if (positive && !conditional && rule.opens()) {
            boolean listed = facts.side() == SenderSide.POLICE_MAILBOX;
            return safe && listed && names(facts, rule) ? GateEffect.OPEN_PROPOSED : GateEffect.HOLD;
        }
        return GateEffect.HOLD;
    }

    /** A go-ahead must say for which case, a referral makes its own (R2); neither may be about two. */
    private static boolean names(Facts facts, Rule rule) {
        return (rule.kind() != MessageKind.POLICE_GO_AHEAD || facts.references().any())
                && !facts.references().severalAlike();
    }
}
