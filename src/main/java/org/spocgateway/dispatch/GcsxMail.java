package org.spocgateway.dispatch;

import org.spocgateway.release.Permitted;
import org.spocgateway.terms.Step;
import org.spocgateway.terms.TransferChannel;
import org.springframework.stereotype.Component;

/** Page 61: secure mail between public bodies; signed always, sealed where the partner has a certificate (policy 4.6). */
@Step
@Component
public class GcsxMail implements Courier {
    private final Sending sending;
    private final MailCourier mail;

    GcsxMail(Sending sending, MailCourier mail) {
        this.sending = sending;
        this.mail = mail;
    }

    /** Sends one permitted transfer by its id. */
    public void send(String id) {
        sending.send(id, this);
    }

    @Override
    public TransferChannel transferChannel() {
        return TransferChannel.GCSX;
    }

    @Override
    public Carriage carry(Permitted permitted, Content content, PointOfNoReturn pointOfNoReturn) {
        return mail.carry(permitted, content, pointOfNoReturn);
    }
}
