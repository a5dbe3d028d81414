package org.spocgateway.classification;

import java.util.Set;

/** What a message proposes for the gate: every doubt waits for a person, and nothing opens by itself (R2, R3, R4). */
final class GateReading {
    private GateReading() {}

    static GateEffect of(Facts facts, Rule rule, Arrival arrival, ArrivalGrade threshold) {
        if (facts.side().isForged()) {
            return GateEffect.HOLD;
        }
        boolean carriesPolice = facts.original().filter(SenderSide::isPolice).isPresent()
                || rule.kind().fromPolice();
        if (!facts.side().isPolice()) {
            return carriesPolice ? GateEffect.HOLD : GateEffect.NONE;
        }
        if (facts.structures().contains(Structure.UNOPENED)) {
            return GateEffect.HOLD;
        }
        return ofPolice(facts, rule, arrival.grade().atLeast(threshold) && !arrival.isDenied());
    }

    private static GateEffect ofPolice(Facts facts, Rule rule, boolean safe) {
        Set<Intent> intents = facts.intents();
        boolean positive = intents.contains(Intent.GO_AHEAD) || intents.contains(Intent.ASKS);
        if (intents.contains(Intent.STOP)) {
            return GateEffect.STOP;
        }
        if (intents.contains(Intent.NOT_YET)) {
            return positive || intents.contains(Intent.CONDITIONAL) ? GateEffect.HOLD : GateEffect.STAY_CLOSED;
        }
        if (intents.contains(Intent.NO_FURTHER_ACTION)) {
            return positive ? GateEffect.HOLD : GateEffect.STAY_CLOSED;
        }
        if (positive && !intents.contains(Intent.CONDITIONAL) && rule.opens()) {
            boolean listed = facts.side() == SenderSide.POLICE_MAILBOX;
            return safe && listed && names(facts, rule) ? GateEffect.OPEN_PROPOSED : GateEffect.HOLD;
        }
        boolean open = positive || intents.contains(Intent.CONDITIONAL) || rule.opens();
        return open || rule.kind() == MessageKind.UNSORTED ? GateEffect.HOLD : GateEffect.NONE;
    }

    /** A go-ahead must say for which case; a referral makes its own (R2). */
    private static boolean names(Facts facts, Rule rule) {
        return rule.kind() != MessageKind.POLICE_GO_AHEAD || facts.references().any();
    }
}
