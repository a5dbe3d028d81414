package org.spocgateway.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.PersonField;
import org.spocgateway.directory.Question;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;

/** Rules about what it says and asks. */
final class ContentRules {
    private static final String FREE_TEXT = "free-text";

    private ContentRules() {}

    /** R13 (4.4): relevant partners, the three questions or others of the list, and the officer's own words. */
    static List<Objection> questions(Facts facts) {
        var objections = new ArrayList<>(RecipientRules.relevant(facts));
        Set<String> asked = facts.transfer().questions();
        objections.addAll(Objection.when(asked.isEmpty(), "no-question"));
        Set<String> unknown = new TreeSet<>(asked);
        facts.directory().questions().stream().map(Question::id).forEach(unknown::remove);
        unknown.remove(FREE_TEXT);
        objections.addAll(
                Objection.when(!unknown.isEmpty(), "unknown-question", "question", String.join(", ", unknown)));
        return objections;
    }

    /** R14 (4.4): a partner is told the facts that its entry lists; fields are told by their labels. */
    static List<Objection> needToKnow(Facts facts) {
        Set<String> all =
                facts.directory().fields().stream().map(PersonField::id).collect(Collectors.toSet());
        Set<String> allowed = facts.party().orElse(null) instanceof Partner partner ? partner.fields() : all;
        Set<String> beyond = new TreeSet<>(facts.transfer().fields());
        beyond.removeAll(allowed);
        return Objection.when(!beyond.isEmpty(), "not-for-them", "fields", String.join(", ", beyond));
    }

    /** R17 (4.6): personal information only by secure means. */
    static List<Objection> personal(Facts facts) {
        boolean personal = facts.transfer().personal();
        if (personal && facts.transfer().kind() == TransferKind.NOTICE) {
            return Objection.when(true, "notice-personal");
        }
        return Objection.when(
                personal && facts.party().isPresent() && !facts.way().exists(), "no-secure-way");
    }

    /** R32 (all): in doubt it does not leave. A referral to police or safeguarding is not kept back for its marking. */
    static List<Objection> doubt(Facts facts) {
        boolean never = facts.transfer().kind() == TransferKind.FORWARD_TO_POLICE
                || facts.transfer().kind() == TransferKind.SAFEGUARDING_REFERRAL;
        var objections =
                new ArrayList<>(Objection.when(facts.transfer().marking() == Marking.ABOVE && !never, "above"));
        String hop = facts.way().nextHop();
        objections.addAll(
                Objection.when(!hop.isEmpty() && facts.directory().nextHop(hop).isEmpty(), "no-next-hop", "hop", hop));
        return objections;
    }
}
