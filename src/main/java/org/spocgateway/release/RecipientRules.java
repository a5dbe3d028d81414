package org.spocgateway.release;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Lookalike;
import org.spocgateway.directory.Party;

/** Rules about who it goes to, and from whom. */
final class RecipientRules {
    /** Casework gives it only to an invitation of an agency whose answer says that it has a plan. */
    private static final String PLAN_HOLDER = "plan-holder";

    private RecipientRules() {}

    /** R5 (4.1): referrals are sent directly to Prevent police; by secure mail, else by telephone. */
    static List<Objection> police(Facts facts) {
        if (!(facts.party().orElse(null) instanceof Force force)) {
            return Objection.when(true, "not-police");
        }
        return Objection.when(!facts.way().exists(), "no-secure-way", "telephone", force.telephone());
    }

    /** R9 (4.3): the single point of contact writes, not a person. */
    static List<Objection> sender(Facts facts) {
        var council = facts.directory().council();
        return Objection.when(
                !List.of(council.spocMailbox(), council.secureIdentity())
                        .contains(facts.transfer().sender()),
                "not-spoc");
    }

    /** R13 (4.4): only relevant partners. */
    static List<Objection> relevant(Facts facts) {
        return Objection.when(
                facts.party()
                        .map(each -> Collections.disjoint(each.roles(), facts.relevantRoles()))
                        .orElse(false),
                "not-relevant");
    }

    /** R22 (4.6): whoever is not in the directory is nobody; whoever looks like somebody in it is worse. */
    static List<Objection> known(Facts facts) {
        if (facts.party().isPresent()) {
            return Objection.NONE;
        }
        return facts.directory()
                .lookalike(facts.transfer().recipient().value())
                .map(RecipientRules::lookalike)
                .orElseGet(() -> Objection.when(true, "unknown"));
    }

    private static List<Objection> lookalike(Lookalike found) {
        return List.of(new Objection(
                "lookalike",
                Map.of("resembles", found.resembles(), "how", found.way().words())));
    }

    /** R29 (2.6): a safeguarding referral goes to a front door of Children's or Adults' services, and tells. */
    static List<Objection> frontDoor(Facts facts) {
        Set<String> roles = facts.party().map(Party::roles).orElse(Set.of());
        if (!roles.contains("safeguarding-front-door")) {
            return Objection.when(true, "other-role");
        }
        return Objection.when(!facts.transfer().questions().isEmpty(), "asks");
    }

    /** R30 (3.1): a confidential process: papers go to those with a seat, and to agencies that must come because of a plan (4.5). */
    static List<Objection> seat(Facts facts) {
        boolean sits = facts.party()
                .map(party -> facts.directory().panel().stream()
                        .anyMatch(each -> each.party().equals(party.id()) && each.sitsOn(facts.day())))
                .orElse(true);
        boolean holdsPlan = facts.transfer().questions().contains(PLAN_HOLDER);
        return Objection.when(!sits && !holdsPlan, "not-a-member");
    }
}
