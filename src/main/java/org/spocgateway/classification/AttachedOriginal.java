package org.spocgateway.classification;

import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;
import org.spocgateway.envelope.UnreadableMail;

/**
 * The message that a colleague forwarded as an attachment, unopened: its headers tell how it first arrived.
 *
 * @param opening never more than plain: a signature inside a forwarded mail is not judged here
 */
record AttachedOriginal(Opening opening, ReadMail mail, SenderSide side) {
    static Optional<AttachedOriginal> in(ReadMail mail, Directory directory) {
        return mail.attachments().stream()
                .filter(attachment -> attachment.type().equals("message/rfc822"))
                .findFirst()
                .flatMap(attachment -> read(attachment.content(), directory));
    }

    private static Optional<AttachedOriginal> read(byte[] content, Directory directory) {
        try {
            ReadMail mail = ReadMail.of(content);
            Opening plain = new Opened(
                    content, List.of(), Optional.empty(), Signature.NONE, Optional.empty(), false, false, false);
            return Optional.of(new AttachedOriginal(plain, mail, SenderSide.of(mail, directory)));
        } catch (UnreadableMail e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AttachedOriginal[redacted]";
    }
}
