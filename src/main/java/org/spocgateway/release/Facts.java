package org.spocgateway.release;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferKind;

/**
 * Everything that a rule may look at.
 *
 * @param party whoever has the recipient's address
 * @param way the way of sending that the directory gives
 * @param relevantRoles whom an information request may ask (R13)
 */
record Facts(
        Transfer transfer,
        Directory directory,
        Optional<Party> party,
        Way way,
        Gate gate,
        LocalDate day,
        Set<String> relevantRoles) {

    static Facts of(Transfer transfer, Directory directory, Gate gate, LocalDate day, Set<String> relevantRoles) {
        Optional<Party> party = directory
                .at(transfer.recipient())
                .or(() -> transfer.kind() == TransferKind.NOTICE
                        ? directory.ownMailbox(transfer.recipient())
                        : Optional.empty());
        Way way = party.map(each -> Ways.of(transfer, each, directory, day)).orElse(Way.NONE);
        return new Facts(transfer, directory, party, way, gate, day, relevantRoles);
    }

    /** The council's own force. */
    Optional<Force> ownForce() {
        return directory.forces().stream().findFirst();
    }

    String ownForceTelephone() {
        return ownForce().map(Force::telephone).orElse("its number in the directory");
    }
}
