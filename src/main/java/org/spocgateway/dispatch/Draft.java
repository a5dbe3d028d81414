package org.spocgateway.dispatch;

import java.util.Optional;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.directory.Party;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.MailAddress;

/**
 * What a content is composed from.
 *
 * @param permitted the first decision, which chose the way
 * @param sender the From identity of that way (R9)
 */
record Draft(Outgoing outgoing, MailAddress recipient, Optional<Party> party, Permitted permitted, MailAddress sender) {
    boolean sealed() {
        return permitted.frozen().seal();
    }

    @Override
    public String toString() {
        return "Draft[" + outgoing.id() + "]";
    }
}
