package org.spocgateway.intake;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One open mailbox, spoken to by UID only. */
record Mailbox(IMAPFolder folder) {
    static Mailbox of(Folder folder) {
        return new Mailbox((IMAPFolder) folder);
    }

    /**
     * The message at a place, ready to be read without being marked as seen; empty if it is no longer there.
     *
     * @throws IOException if the folder was closed or made anew since the place was noted
     */
    Optional<IMAPMessage> at(Place place) throws IOException, MessagingException {
        if (!folder.isOpen() || folder.getUIDValidity() != place.uidValidity()) {
            throw new IOException("the mailbox changed while it was read; the next poll looks again");
        }
        Message message = folder.getMessageByUID(place.uid());
        if (message == null || message.isExpunged()) {
            return Optional.empty();
        }
        IMAPMessage found = (IMAPMessage) message;
        found.setPeek(true);
        // by itself it would be asked for together with the envelope, whose addresses Angus refuses when they are
        // malformed
        var size = new FetchProfile();
        size.add(FetchProfile.Item.SIZE);
        folder.fetch(new Message[] {found}, size);
        return Optional.of(found);
    }

    /** Moves a message by UID: MOVE (RFC 6851), else COPY, \Deleted and UID EXPUNGE of this one only (RFC 4315). */
    void move(IMAPMessage message, String target) throws MessagingException {
        IMAPStore store = (IMAPStore) folder.getStore();
        Folder destination = store.getFolder(target);
        if (!destination.exists()) {
            destination.create(Folder.HOLDS_MESSAGES);
        }
        Message[] one = {message};
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(one, destination);
        } else if (store.hasCapability("UIDPLUS")) {
            folder.copyMessages(one, destination);
            message.setFlag(Flags.Flag.DELETED, true);
            folder.expunge(one);
        } else {
            throw new MessagingException(
                    "the mail server can neither MOVE nor UID EXPUNGE; nothing was changed in the mailbox");
        }
    }
}
