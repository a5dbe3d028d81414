package org.spocgateway.desk;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.intake.ApprovedSigners;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.Thumbprint;
import org.springframework.stereotype.Component;

/** What an officer or administrator needs to approve the changed certificate of a sender whom we know. */
@Component("signers")
public class SignerNotes {
    private final Directory directory;
    private final ApprovedSigners approved;

    SignerNotes(Directory directory, ApprovedSigners approved) {
        this.directory = directory;
        this.approved = approved;
    }

    /**
     * A certificate that waits for approval; until the directory is changed the mail is not verified.
     *
     * @param telephone the directory's number of the sender: the only one to ring
     * @param known fingerprints of the directory's certificates for the sender
     * @param seen fingerprint of the new one
     * @param pem the new one, to be put into certs/ after the call
     */
    public record Changed(String name, String telephone, List<String> known, String seen, String pem) {}

    /** Present when that is what speaks against the message and nobody has approved it yet. */
    public Optional<Changed> changed(Inbound message) {
        return approved.waiting(message)
                .flatMap(signer -> signer.addresses().stream()
                        .flatMap(address -> directory.at(address).stream())
                        .findFirst()
                        .map(party -> new Changed(
                                party.name(),
                                party.telephone(),
                                known(party),
                                signer.thumbprint().hex(),
                                signer.pem())));
    }

    private static List<String> known(Party party) {
        Stream<X509Certificate> certificates = party instanceof Force force
                ? force.signers().stream().map(PinnedSigner::certificate)
                : party instanceof Partner partner ? partner.certificate().stream() : Stream.empty();
        return certificates.map(SignerNotes::fingerprint).distinct().toList();
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Thumbprint.of(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException e) {
            return "";
        }
    }
}
