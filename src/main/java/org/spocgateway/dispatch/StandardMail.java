package org.spocgateway.dispatch;

import org.spocgateway.release.Permitted;
import org.spocgateway.terms.Step;
import org.spocgateway.terms.TransferChannel;
import org.springframework.stereotype.Component;

/** Page 60: standard mail, officer to officer, through the council's own relay (policy 4.6). */
@Step
@Component
public class StandardMail implements Courier {
    private final Sending sending;
    private final MailCourier mail;

    StandardMail(Sending sending, MailCourier mail) {
        this.sending = sending;
        this.mail = mail;
    }

    /** Sends one permitted transfer by its id. */
    public void send(String id) {
        sending.send(id, this);
    }

    @Override
    public TransferChannel transferChannel() {
        return TransferChannel.INTERNAL_STANDARD;
    }

    @Override
    public Carriage carry(Permitted permitted, Content content, PointOfNoReturn pointOfNoReturn) {
        return mail.carry(permitted, content, pointOfNoReturn);
    }
}
