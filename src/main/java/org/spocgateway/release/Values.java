package org.spocgateway.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.spocgateway.directory.Agreement;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Origin;
import org.spocgateway.directory.Origins;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.directory.Profile;

/** Lists what the rules looked at, and where each value stands. */
final class Values {
    private static final String CALL = "the case or the command line";

    private final Facts facts;
    private final RulesFile rules;
    private final List<Explanation.Value> values = new ArrayList<>();

    Values(Facts facts, RulesFile rules) {
        this.facts = facts;
        this.rules = rules;
    }

    List<Explanation.Value> list() {
        add("kind of transfer", facts.transfer().kind().word(), CALL);
        add("gate", facts.gate().word(), CALL);
        add("received securely", yes(facts.transfer().receivedSecurely()), CALL);
        facts.party().ifPresentOrElse(this::party, () -> add("recipient", "nobody in the directory", "directory/"));
        agreement();
        Profile profile = facts.directory().ways().profile();
        add("profile in force", profile.id(), at("gcsx", "in-force"));
        add(
                "address in its family",
                yes(profile.holds(facts.transfer().recipient())),
                at("profile " + profile.id(), "families"));
        if (!facts.way().nextHop().isEmpty()) {
            add("next hop", facts.way().nextHop(), at("next-hop " + facts.way().nextHop(), "id"));
        }
        rules.set(facts.transfer().kind())
                .forEach(id -> Optional.ofNullable(rules.texts().get(id))
                        .ifPresent(text -> add(
                                "rule " + id,
                                text.blocks() ? "block" : "hold",
                                text.origin().toString())));
        return List.copyOf(values);
    }

    private void party(Party party) {
        add("recipient", party.id(), at(party.id(), "id"));
        add("address", "…@" + facts.transfer().recipient().domain(), at(party.id(), "addresses"));
        add("roles", String.join(", ", new TreeSet<>(party.roles())), at(party.id(), "roles"));
        if (party instanceof Partner partner) {
            add("kind", partner.kind().name(), at(party.id(), "kind"));
            add("facts it may be told", String.join(", ", new TreeSet<>(partner.fields())), at(party.id(), "fields"));
        } else if (party instanceof Officer officer) {
            add("kind", "officer of the council", at(party.id(), "id"));
            add("mail leaves the council", yes(officer.autoForwards()), at(party.id(), "auto-forwards"));
        } else {
            add("kind", "police force", at(party.id(), "id"));
        }
    }

    private void agreement() {
        Optional<Agreement> agreement = facts.ownForce().map(Force::id).flatMap(facts.directory()::agreement);
        agreement.ifPresent(
                each -> add("agreement until", each.until().toString(), at("agreement " + each.id(), "until")));
    }

    private String at(String id, String key) {
        Origins origins = facts.directory().origins();
        return origins.of(id, key).map(Origin::toString).orElse("directory/");
    }

    private void add(String name, String value, String origin) {
        values.add(new Explanation.Value(name, value, origin));
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
