package org.spocgateway.envelope;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/** The certificates that may sign, each for its address. */
record Pins(List<PinnedSigner> signers) {

    /** Those of the directory: pinned signers of forces, and partners' certificates for every address of theirs. */
    static Pins of(Directory directory) {
        List<PinnedSigner> all = new ArrayList<>();
        for (Force force : directory.forces()) {
            all.addAll(force.signers());
        }
        for (Partner partner : directory.partners()) {
            partner.certificate()
                    .ifPresent(certificate ->
                            partner.addresses().forEach(address -> all.add(new PinnedSigner(address, certificate))));
        }
        return new Pins(List.copyOf(all));
    }

    boolean has(MailAddress address, X509Certificate certificate) {
        return signers.stream()
                .anyMatch(pin ->
                        pin.address().equals(address) && pin.certificate().equals(certificate));
    }

    List<X509Certificate> certificates() {
        return signers.stream().map(PinnedSigner::certificate).distinct().toList();
    }
}
