package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.MailAddress;

/** An addressee once looked up in the directory. */
record Recipient(Optional<String> party, MailAddress address) {
    static Recipient of(Party party) {
        return new Recipient(Optional.of(party.id()), party.addresses().get(0));
    }
}
