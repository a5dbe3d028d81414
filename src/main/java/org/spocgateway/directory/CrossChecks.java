package org.spocgateway.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spocgateway.terms.MailAddress;

/** Finds what only shows when the files are laid side by side: one address for two, one domain for two. */
final class CrossChecks {
    private static final Origin NOWHERE = new Origin("directory", 1);

    private final Findings findings;
    private final Origins origins;

    CrossChecks(Findings findings, Origins origins) {
        this.findings = findings;
        this.origins = origins;
    }

    void check(Council council, List<Officer> officers, List<Force> forces, List<Partner> partners) {
        addresses(
                council,
                Stream.of(officers, forces, partners).flatMap(List::stream).toList());
        var domains = new HashMap<String, String>();
        council.domains().forEach(each -> domains.put(each, "council"));
        forces.forEach(force -> force.domains().forEach(each -> domain(domains, each, force.id())));
        officers.forEach(officer -> insideCouncil(council, officer));
        partners.forEach(partner -> outsideForces(forces, partner));
    }

    private void addresses(Council council, List<? extends Party> parties) {
        Map<MailAddress, String> owners = new HashMap<>();
        owners.put(council.spocMailbox(), "council");
        owners.putIfAbsent(council.communitySafety(), "council");
        for (Party party : parties) {
            for (MailAddress address : usable(party)) {
                String other = owners.putIfAbsent(address, party.id());
                if (other != null) {
                    found(
                            party.id(),
                            "addresses",
                            "An address of " + party.id() + " also belongs to " + other + ".",
                            "Leave it with one of them.");
                }
            }
        }
    }

    private void domain(Map<String, String> taken, String domain, String owner) {
        taken.forEach((other, holder) -> {
            if (!holder.equals(owner) && MailDomain.overlap(domain, other)) {
                found(
                        owner,
                        "domains",
                        "The domain " + domain + " overlaps " + other + " of " + holder + ".",
                        "A domain belongs to one of them only.");
            }
        });
        taken.put(domain, owner);
    }

    private void insideCouncil(Council council, Officer officer) {
        for (MailAddress address : usable(officer)) {
            if (council.domains().stream().noneMatch(address::isWithin)) {
                found(
                        officer.id(),
                        "addresses",
                        "An address of " + officer.id() + " is outside the council's domains.",
                        "Enter them as a partner, or give the council address.");
            }
        }
    }

    private void outsideForces(List<Force> forces, Partner partner) {
        for (MailAddress address : usable(partner)) {
            if (forces.stream().flatMap(each -> each.domains().stream()).anyMatch(address::isWithin)) {
                found(
                        partner.id(),
                        "addresses",
                        "An address of " + partner.id() + " is in a police force's domain.",
                        "Enter it at the force.");
            }
        }
    }

    /** Without the stand-ins of addresses that were already found wrong. */
    private static List<MailAddress> usable(Party party) {
        return party.addresses().stream()
                .filter(each -> !each.equals(Block.NOBODY))
                .toList();
    }

    private void found(String id, String key, String sentence, String fix) {
        findings.add(origins.of(id, key).orElse(NOWHERE), sentence, fix);
    }
}
