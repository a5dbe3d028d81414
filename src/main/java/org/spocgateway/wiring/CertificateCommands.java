package org.spocgateway.wiring;

import java.util.List;
import java.util.stream.Stream;
import org.spocgateway.casework.PurgeCertificate;
import org.spocgateway.casework.PurgeCertificates;
import org.springframework.stereotype.Component;

/** The certificates of erased cases, for whoever may give commands. */
@Component
class CertificateCommands {
    private final PurgeCertificates certificates;

    CertificateCommands(PurgeCertificates certificates) {
        this.certificates = certificates;
    }

    /** Each certificate: id, when, and since when it is final. */
    AdminCommands.Answer list() {
        List<String> lines = certificates.all().stream()
                .map(each -> each.id() + "  erased " + each.purgedAt() + "  " + end(each))
                .toList();
        return new AdminCommands.Answer(0, lines.isEmpty() ? List.of("No case was erased yet.") : lines);
    }

    /** One certificate as JSON, then its hash as the transfer log holds it, and whether it is final; 1 when there is none. */
    AdminCommands.Answer show(String id) {
        return certificates
                .find(id)
                .map(each -> new AdminCommands.Answer(
                        0,
                        Stream.concat(each.text().lines(), Stream.of("", "SHA-256 " + each.sha256(), end(each)))
                                .toList()))
                .orElseGet(() -> AdminCommands.Answer.no("There is no certificate of this id."));
    }

    private static String end(PurgeCertificate certificate) {
        return certificate
                .finalSince()
                .map(at -> "final since " + at + ": no key exists any more")
                .orElse("not final yet: the key epoch lasts");
    }
}
