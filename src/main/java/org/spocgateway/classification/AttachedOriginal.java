package org.spocgateway.classification;

import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;

/**
 * The message that a colleague forwarded as an attachment, unopened: its headers tell how it first arrived.
 *
 * @param opening never more than plain: a signature inside a forwarded mail is not judged here
 */
record AttachedOriginal(Opening opening, ReadMail mail, SenderSide side) {
    static Optional<AttachedOriginal> in(ReadMail mail, Directory directory) {
        return mail.attachments().stream()
                .flatMap(attachment ->
                        attachment.asMail().stream().map(original -> of(attachment.content(), original, directory)))
                .findFirst();
    }

    private static AttachedOriginal of(byte[] content, ReadMail mail, Directory directory) {
        Opening plain = new Opened(
                Content.of(content),
                List.of(),
                Optional.empty(),
                Signature.NONE,
                Optional.empty(),
                false,
                false,
                false);
        return new AttachedOriginal(plain, mail, SenderSide.of(mail, directory));
    }

    @Override
    public String toString() {
        return "AttachedOriginal[redacted]";
    }
}
