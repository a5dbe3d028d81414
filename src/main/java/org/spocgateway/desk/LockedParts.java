package org.spocgateway.desk;

import java.util.List;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.Document;
import org.spocgateway.envelope.Documents;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.OpenedFile;
import org.spocgateway.intake.PasswordMail;
import org.spocgateway.intake.Passwords;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Component;

/** What pages show of a message's locked files, and of those that were opened. */
@Component("lockedParts")
class LockedParts {
    private final Passwords passwords;
    private final PasswordMail passwordMail;

    LockedParts(Passwords passwords, PasswordMail passwordMail) {
        this.passwords = passwords;
        this.passwordMail = passwordMail;
    }

    /** An opened file with its words, for an officer who asked for the message. */
    record Shown(String name, List<String> texts) {
        @Override
        public String toString() {
            return "Shown[redacted]";
        }
    }

    public boolean mayOpen(InboundId message) {
        return passwords.mayOpen(message);
    }

    /** Mails that may hold the password. */
    public List<PasswordMail.Pointer> mayBeIn(InboundId locked) {
        return passwordMail.forLocked(locked);
    }

    /** Messages with a locked file that the password of this mail may open; none if it is no mail with a password. */
    public List<PasswordMail.Pointer> mayOpenThere(Inbound message) {
        return message.classified()
                        .filter(each -> each.kind() == MessageKind.PASSWORD_NOTICE)
                        .isPresent()
                ? passwordMail.lockedFor(message.id())
                : List.of();
    }

    public int attempts(InboundId message) {
        return passwords.attempts(message);
    }

    public List<OpenedFile> files(InboundId message) {
        return passwords.files(message);
    }

    public List<Shown> texts(InboundId message) {
        return passwords.documents(message).stream().map(LockedParts::shown).toList();
    }

    private static Shown shown(Document document) {
        return new Shown(document.fileName(), Documents.words(document));
    }
}
