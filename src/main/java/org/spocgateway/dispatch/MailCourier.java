package org.spocgateway.dispatch;

import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.NextHop;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Hands frozen bytes to the next hop that the decision names; what every mail courier does. */
@Component
class MailCourier {
    private final SmtpLine line;
    private final Directory directory;
    private final Vault vault;

    MailCourier(SmtpLine line, Directory directory, Vault vault) {
        this.line = line;
        this.directory = directory;
        this.vault = vault;
    }

    Carriage carry(Permitted permitted, Content content, PointOfNoReturn pointOfNoReturn) {
        Optional<NextHop> hop = directory.nextHop(nextHop(permitted));
        if (hop.isEmpty()) {
            return nowhere(permitted);
        }
        var mail = new FrozenMail(
                permitted.id(),
                permitted.transfer().sender(),
                permitted.transfer().recipient(),
                permitted.frozen().seal(),
                () -> vault.open(content.blob()));
        return line.carry(hop.get(), mail, pointOfNoReturn);
    }

    /** A notice has a way of its own: the package it tells of is in the portal already. */
    private String nextHop(Permitted permitted) {
        return permitted.transfer().kind() == TransferKind.NOTICE
                ? directory.ways().noticeHop()
                : permitted.frozen().nextHop();
    }

    private static Carriage nowhere(Permitted permitted) {
        return new Carriage.Insecure(
                "no-next-hop",
                new Evidence(
                        "smtp",
                        Stage.CONNECT.word(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "first-hop",
                        permitted.frozen().seal()));
    }
}
