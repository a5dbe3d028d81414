package org.spocgateway.intake;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.springframework.stereotype.Component;

/** Gives camel-mail the place of a message as its key; a message just expunged gets a key that matches nothing. */
@Component("mailboxPlace")
class MailboxPlace implements MailUidGenerator {
    private final MailAccounts accounts;

    MailboxPlace(MailAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String generateUuid(MailEndpoint endpoint, Message message) {
        var configuration = endpoint.getConfiguration();
        try {
            UIDFolder folder = (UIDFolder) message.getFolder();
            String account = accounts.nameOf(configuration.getHost(), configuration.getUsername());
            String mailbox = message.getFolder().getFullName();
            return new Place(account, mailbox, folder.getUIDValidity(), folder.getUID(message)).key();
        } catch (MessagingException expunged) {
            return Place.nowhere();
        }
    }
}
