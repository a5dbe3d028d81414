package org.spocgateway.envelope;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.spocgateway.terms.MailAddress;

/** The mail addresses that a certificate speaks for: those of its SAN; the e-mail attribute only where the SAN names no mail address. */
final class CertificateAddresses {
    private static final int RFC822 = 1;

    private CertificateAddresses() {}

    static List<MailAddress> of(X509Certificate certificate) throws CertificateParsingException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.stream()
                    .filter(name -> Integer.valueOf(RFC822).equals(name.get(0)))
                    .forEach(name -> names.add(String.valueOf(name.get(1))));
        }
        if (names.isEmpty()) {
            names.addAll(attributes(certificate));
        }
        return names.stream()
                .flatMap(name -> MailAddress.parse(name).stream())
                .distinct()
                .toList();
    }

    private static List<String> attributes(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(PKCSObjectIdentifiers.pkcs_9_at_emailAddress))
                .map(RDN::getTypesAndValues)
                .flatMap(Arrays::stream)
                .filter(pair -> pair.getType().equals(PKCSObjectIdentifiers.pkcs_9_at_emailAddress))
                .map(AttributeTypeAndValue::getValue)
                .map(IETFUtils::valueToString)
                .toList();
    }
}
