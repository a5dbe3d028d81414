package org.spocgateway.directory;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/**
 * An organisation outside the council that may be asked.
 *
 * @param kind public body, contracted service or other external; a contract beats a public-sector address (R20)
 * @param fields names of the facts its role may see (R14)
 * @param certificate its S/MIME certificate; sealing needs it
 * @param issuers authorities whose certificates are believed for its addresses, where the certificate carries the address
 * @param openPgp the OpenPGP key that it signs with
 * @param cbc whether it cannot read AES-GCM
 * @param nextHop the named next hop for secure mail; empty means the profile's own
 * @param nameIsSensitive whether reviewers see {@code external partner P-n} instead of the name
 * @param agreementUntil end of its own agreement; shown, never blocks
 */
public record Partner(
        String id,
        String name,
        Kind kind,
        List<MailAddress> addresses,
        String telephone,
        Set<String> roles,
        Set<String> fields,
        Optional<X509Certificate> certificate,
        Optional<OpenPgpKey> openPgp,
        List<X509Certificate> issuers,
        boolean cbc,
        Optional<String> nextHop,
        boolean nameIsSensitive,
        Optional<LocalDate> agreementUntil)
        implements Party {

    /** Which side of policy 4.6 it stands on. */
    public enum Kind {
        PUBLIC_BODY,
        CONTRACTED,
        EXTERNAL
    }
}
