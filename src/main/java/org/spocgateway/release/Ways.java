package org.spocgateway.release;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.directory.Profile;
import org.spocgateway.terms.TransferKind;

/** Chooses the way of sending (policy 4.6): an entry decides before any suffix, a contract before a public-sector address. */
final class Ways {
    private Ways() {}

    static Way of(Transfer transfer, Party party, Directory directory, LocalDate day) {
        if (transfer.kind() == TransferKind.FORWARD_TO_POLICE) {
            return toPolice(transfer, party, directory, day);
        }
        if (party instanceof Officer officer) {
            return inside(officer, directory);
        }
        if (party instanceof Partner partner && partner.kind() != Partner.Kind.PUBLIC_BODY) {
            boolean contracted = partner.kind() == Partner.Kind.CONTRACTED;
            return Way.portal("R20", contracted ? "way-contracted" : "way-external");
        }
        return publicBody(transfer, party, directory, day);
    }

    /** Secure mail or the telephone; never clear mail, never a package that waits to be opened (R5). */
    private static Way toPolice(Transfer transfer, Party party, Directory directory, LocalDate day) {
        Profile profile = directory.ways().profile();
        return party instanceof Force && profile.holds(transfer.recipient())
                ? secureMail("R5", transfer, party, directory, day)
                : Way.none("R5", "no-secure-way");
    }

    private static Way inside(Officer officer, Directory directory) {
        if (!officer.autoForwards()) {
            return Way.standard(directory.ways().standardHop());
        }
        return directory.ways().portalForForwardedOfficers()
                ? Way.portal("R18", "way-package")
                : Way.none("R18", "leaves");
    }

    private static Way publicBody(Transfer transfer, Party party, Directory directory, LocalDate day) {
        Profile profile = directory.ways().profile();
        if (profile.closedFamily(transfer.recipient()).isPresent()) {
            return Way.none("R19", "closed");
        }
        if (profile.holds(transfer.recipient())) {
            return secureMail("R19", transfer, party, directory, day);
        }
        return directory.ways().portalForPublicBodies() ? Way.portal("R19b", "way") : Way.none("R19b", "refused");
    }

    private static Way secureMail(String rule, Transfer transfer, Party party, Directory directory, LocalDate day) {
        Profile profile = directory.ways().profile();
        Optional<String> own = party instanceof Partner partner
                ? partner.nextHop()
                : party instanceof Force force ? force.nextHop() : Optional.empty();
        boolean seal = directory
                .sealTo(transfer.recipient())
                .filter(each -> !endedBefore(each, day))
                .isPresent();
        return Way.secureMail(rule, profile.id(), own.orElse(profile.nextHop()), seal);
    }

    /** Last whole day on which a certificate may be used. */
    static LocalDate lastDay(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    static boolean endedBefore(X509Certificate certificate, LocalDate day) {
        return lastDay(certificate).isBefore(day);
    }
}
