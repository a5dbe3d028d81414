package org.spocgateway.envelope;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.PinnedOpenPgpKey;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/**
 * The certificates and issuers that may sign, each for its addresses.
 *
 * @param houses domains that belong together
 */
record Pins(
        List<PinnedSigner> signers,
        List<PinnedIssuer> issuers,
        List<List<String>> houses,
        List<PinnedOpenPgpKey> openPgp) {
    /** An authority whose certificates are believed for these addresses, where the certificate carries the address. */
    record PinnedIssuer(List<MailAddress> addresses, X509Certificate certificate) {}

    Pins(List<PinnedSigner> signers) {
        this(signers, List.of(), List.of());
    }

    Pins(List<PinnedSigner> signers, List<PinnedIssuer> issuers, List<List<String>> houses) {
        this(signers, issuers, houses, List.of());
    }

    /** Those of the directory: pinned signers of forces, and partners' certificates for every address of theirs. */
    static Pins of(Directory directory) {
        List<PinnedSigner> all = new ArrayList<>();
        List<PinnedIssuer> issuers = new ArrayList<>();
        List<PinnedOpenPgpKey> openPgp = new ArrayList<>();
        for (Force force : directory.forces()) {
            all.addAll(force.signers());
            openPgp.addAll(force.openPgpSigners());
            force.issuers().forEach(issuer -> issuers.add(new PinnedIssuer(force.addresses(), issuer)));
        }
        for (Partner partner : directory.partners()) {
            partner.issuers().forEach(issuer -> issuers.add(new PinnedIssuer(partner.addresses(), issuer)));
            partner.openPgp()
                    .ifPresent(key ->
                            partner.addresses().forEach(address -> openPgp.add(new PinnedOpenPgpKey(address, key))));
            partner.certificate()
                    .ifPresent(certificate ->
                            partner.addresses().forEach(address -> all.add(new PinnedSigner(address, certificate))));
        }
        all.addAll(directory.approved());
        List<List<String>> houses =
                directory.forces().stream().map(Force::domains).toList();
        return new Pins(List.copyOf(all), List.copyOf(issuers), houses, List.copyOf(openPgp));
    }

    boolean has(MailAddress address, X509Certificate certificate) {
        return signers.stream()
                .anyMatch(pin ->
                        pin.address().equals(address) && pin.certificate().equals(certificate));
    }

    /** Whether two addresses belong to one house: the same domain, or domains of one force. */
    boolean sameHouse(MailAddress one, MailAddress other) {
        return one.domain().equals(other.domain())
                || houses.stream()
                        .anyMatch(domains -> domains.stream().anyMatch(one::isWithin)
                                && domains.stream().anyMatch(other::isWithin));
    }

    /** Whether any certificate is pinned for this address. */
    boolean knows(MailAddress address) {
        return signers.stream().anyMatch(pin -> pin.address().equals(address));
    }

    /** The authorities pinned for this address. */
    List<X509Certificate> issuers(MailAddress address) {
        return issuers.stream()
                .filter(pin -> pin.addresses().contains(address))
                .map(PinnedIssuer::certificate)
                .toList();
    }

    List<X509Certificate> certificates() {
        return signers.stream().map(PinnedSigner::certificate).toList();
    }
}
