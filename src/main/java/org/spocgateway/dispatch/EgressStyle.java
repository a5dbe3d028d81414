package org.spocgateway.dispatch;

import org.spocgateway.portal.Packages;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.Step;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Page 62: a sealed package that the partner opens in the portal, and the notice that it waits there (policy 4.6). */
@Step
@Component
public class EgressStyle implements Courier {
    private final Sending sending;
    private final MailCourier mail;
    private final Packages packages;
    private final LiveLink liveLink;
    private final Vault vault;

    EgressStyle(Sending sending, MailCourier mail, Packages packages, LiveLink liveLink, Vault vault) {
        this.sending = sending;
        this.mail = mail;
        this.packages = packages;
        this.liveLink = liveLink;
        this.vault = vault;
    }

    /** Sends one permitted transfer by its id. */
    public void send(String id) {
        sending.send(id, this);
    }

    @Override
    public TransferChannel transferChannel() {
        return TransferChannel.EGRESS_STYLE;
    }

    /** A notice goes as mail; anything else is staged, and its link made live only after the point of no return. */
    @Override
    public Carriage carry(Permitted permitted, Content content, PointOfNoReturn pointOfNoReturn) {
        if (permitted.transfer().kind() == TransferKind.NOTICE) {
            return mail.carry(permitted, content, pointOfNoReturn);
        }
        packages.stage(PackageBytes.read(vault.read(content.blob())));
        return liveLink.make(permitted, pointOfNoReturn);
    }
}
