package org.spocgateway.envelope;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.MailAddress;

/** Ties a signer to the single From of one message, by what the directory pins for it. */
final class Binding {
    private final Pins pins;
    private final Optional<MailAddress> from;

    Binding(Pins pins, Optional<MailAddress> from) {
        this.pins = pins;
        this.from = from;
    }

    /**
     * What a certificate may claim.
     *
     * @param bound whether the From stands among its addresses
     * @param pinned whether the directory names this very certificate for the From
     */
    record Claim(List<MailAddress> addresses, boolean bound, boolean pinned) {}

    Claim of(X509Certificate certificate, List<MailAddress> addresses) {
        return new Claim(
                addresses,
                from.filter(addresses::contains).isPresent(),
                from.filter(address -> pins.has(address, certificate)).isPresent());
    }

    /** Whether the directory names an issuer for the From that stands in the chain, and the certificate carries the From. */
    boolean issues(Trust.Chain chain, Claim claim) {
        return claim.bound()
                && from.filter(address -> pins.issuers(address).stream().anyMatch(chain.issuers()::contains))
                        .isPresent();
    }

    /**
     * What is wrong between signer and From.
     *
     * @param pinned by certificate or by issuer
     * @param proves whether nothing else is wrong with the signature; only then the directory is the question
     */
    List<Fault> findings(Claim claim, boolean pinned, boolean proves) {
        if (pinned || from.isEmpty()) {
            return List.of();
        }
        if (claim.addresses().isEmpty()) {
            return List.of(Fault.NO_ADDRESS);
        }
        if (!claim.bound()) {
            return List.of(Fault.OTHER_SENDER);
        }
        if (!proves) {
            return List.of();
        }
        return List.of(pins.knows(from.get()) ? Fault.CHANGED_CERTIFICATE : Fault.NOT_IN_DIRECTORY);
    }

    /** Certificates of the directory, for signatures that do not carry their own. */
    List<X509Certificate> certificates() {
        return pins.certificates();
    }
}
