package org.spocgateway.classification;

import java.util.Locale;
import java.util.Optional;
import org.spocgateway.directory.Council;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.terms.MailAddress;

/** On which side the single From of a message stands, by the directory alone. */
enum SenderSide {
    /** An address that the directory lists for a force: the only one that may propose an opening. */
    POLICE_MAILBOX,
    /** Some address within a known force's domains. */
    POLICE_DOMAIN,
    /** Within police.uk, but of no force in the directory. */
    UNKNOWN_FORCE,
    /** Made to look like a force, the council or a partner. */
    LOOKALIKE,
    OFFICER,
    /** Within the council's domains, but no officer in the directory: a suffix makes no officer (R18). */
    COUNCIL_DOMAIN,
    /** A partner with the role {@code education}. */
    SCHOOL,
    PARTNER,
    NOBODY,
    /** No From, more than one, or one that is no usable address. */
    NO_SINGLE_FROM;

    private static final String CJSM = "cjsm.net";

    /** The word in classification.yaml. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isPolice() {
        return this == POLICE_MAILBOX || this == POLICE_DOMAIN;
    }

    boolean isForged() {
        return this == LOOKALIKE || this == UNKNOWN_FORCE || this == NO_SINGLE_FROM;
    }

    /** What speaks against a sender on this side. */
    Optional<Fault> fault() {
        return switch (this) {
            case LOOKALIKE -> Optional.of(Fault.LOOKALIKE);
            case UNKNOWN_FORCE -> Optional.of(Fault.UNKNOWN_FORCE);
            case NO_SINGLE_FROM -> Optional.of(Fault.ODD_FROM);
            default -> Optional.empty();
        };
    }

    boolean isKnown() {
        return isPolice() || this == OFFICER || this == SCHOOL || this == PARTNER;
    }

    static SenderSide of(ReadMail mail, Directory directory) {
        return mail.from().map(from -> of(from, mail.fromDisplay(), directory)).orElse(NO_SINGLE_FROM);
    }

    private static SenderSide of(MailAddress from, String display, Directory directory) {
        Optional<Force> force = directory.forceOf(from);
        if (force.isPresent()) {
            return force.get().addresses().contains(from) ? POLICE_MAILBOX : POLICE_DOMAIN;
        }
        Optional<Party> party = directory.at(from);
        if (party.isPresent()) {
            return listed(party.get());
        }
        if (within(directory.council(), from)) {
            return COUNCIL_DOMAIN;
        }
        if (from.isWithin("police.uk")) {
            return UNKNOWN_FORCE;
        }
        if (from.isWithin(CJSM)) {
            return NOBODY; // its whole network is vetted, and any address may stand in front of its name (domain 3.1)
        }
        return new Lookalike(directory).resembles(from, display) ? LOOKALIKE : NOBODY;
    }

    private static SenderSide listed(Party party) {
        if (party instanceof Officer) {
            return OFFICER;
        }
        if (party instanceof Partner) {
            return party.roles().contains("education") ? SCHOOL : PARTNER;
        }
        return POLICE_MAILBOX;
    }

    static boolean within(Council council, MailAddress address) {
        return council.domains().stream().anyMatch(address::isWithin)
                || address.domain().equals(council.secureIdentity().domain());
    }
}
