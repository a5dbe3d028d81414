package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.terms.MailAddress;

/**
 * Whom to ask: somebody in the directory, or an address.
 *
 * @param party directory id
 * @param address used as it is; an address that is nobody's is refused by the rules, not here (R22)
 */
public record Addressee(Optional<String> party, Optional<MailAddress> address) {
    public Addressee {
        if (party.isPresent() == address.isPresent()) {
            throw new IllegalArgumentException("either a directory id or an address");
        }
    }

    /** Somebody in the directory, at the first of their addresses. */
    public static Addressee of(String party) {
        return new Addressee(Optional.of(party), Optional.empty());
    }

    /** An address. */
    public static Addressee of(MailAddress address) {
        return new Addressee(Optional.empty(), Optional.of(address));
    }
}
