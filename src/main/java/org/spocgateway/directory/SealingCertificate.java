package org.spocgateway.directory;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.terms.MailAddress;

/** Chooses the certificate that mail to an address is sealed to, so that the mailbox it goes to can open it. */
final class SealingCertificate {
    private static final int RFC822_NAME = 1;

    private SealingCertificate() {}

    static Optional<X509Certificate> of(Optional<Party> party, MailAddress address) {
        return party.flatMap(SealingCertificate::certificate).filter(each -> carries(each, address));
    }

    private static Optional<X509Certificate> certificate(Party party) {
        if (party instanceof Partner partner) {
            return partner.certificate();
        }
        return party instanceof Force force ? force.sealTo() : Optional.empty();
    }

    private static boolean carries(X509Certificate certificate, MailAddress address) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> mail = names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Integer.valueOf(RFC822_NAME).equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
            return mail.isEmpty() || mail.contains(address.value());
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
