package org.spocgateway.directory;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/**
 * A police force.
 *
 * @param domains its mail domains, matched on whole labels
 * @param addresses its Prevent mailboxes and named officers who may give a go-ahead; the first is where referrals go (R5)
 * @param signers certificates pinned for signing, by address
 * @param openPgpSigners OpenPGP keys pinned for signing, by address
 * @param issuers authorities whose certificates are believed for its addresses, where the certificate carries the address
 * @param sealTo the certificate that mail to the Prevent mailbox is sealed to
 */
public record Force(
        String id,
        String name,
        List<String> domains,
        List<MailAddress> addresses,
        String telephone,
        List<PinnedSigner> signers,
        List<PinnedOpenPgpKey> openPgpSigners,
        List<X509Certificate> issuers,
        Optional<X509Certificate> sealTo,
        Optional<String> nextHop)
        implements Party {

    @Override
    public Set<String> roles() {
        return Set.of("police");
    }

    /** Where referrals go: the Prevent mailbox. */
    public MailAddress preventMailbox() {
        return addresses.get(0);
    }
}
