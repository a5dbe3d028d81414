package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.MailAddress;

/**
 * How public bodies mail each other, dated: what the policy calls GCSX.
 *
 * @param id {@code gcsx-2017} or {@code modern}
 * @param identity the From that mail leaves with (R9, R19)
 * @param nextHop id of the next hop, unless the partner has its own
 * @param referralGrade the letter that a police message must reach to propose a go-ahead (R23)
 * @param families mail domains in the secure family, matched on whole labels
 */
public record Profile(
        String id,
        LocalDate from,
        Optional<LocalDate> until,
        MailAddress identity,
        String nextHop,
        String referralGrade,
        List<String> families,
        List<ClosedFamily> closed) {

    /** A family that has been switched off. */
    public record ClosedFamily(String family, LocalDate since) {}

    /** Whether the address is in the secure family, and the family still open. */
    public boolean holds(MailAddress address) {
        return families.stream().anyMatch(address::isWithin)
                && closedFamily(address).isEmpty();
    }

    /** The closed family that the address is in: mail there is suspicious or lost. */
    public Optional<ClosedFamily> closedFamily(MailAddress address) {
        return closed.stream().filter(each -> address.isWithin(each.family())).findFirst();
    }
}
