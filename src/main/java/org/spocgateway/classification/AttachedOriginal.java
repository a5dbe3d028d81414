package org.spocgateway.classification;

import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;

/**
 * The message that a colleague forwarded as an attachment: its headers tell how it first arrived.
 *
 * @param mail as it was forwarded, before opening
 */
record AttachedOriginal(byte[] content, ReadMail mail, SenderSide side) {
    /** What stands for the opening of an original that nobody opens. */
    static final Originals UNOPENED = (original, directory) -> new Opened(
            Content.of(original), List.of(), Optional.empty(), Signature.NONE, Optional.empty(), false, false, false);

    /** The first one, if there is one. */
    static Optional<AttachedOriginal> in(ReadMail mail, Directory directory) {
        return mail.attachments().stream()
                .flatMap(attachment -> attachment.asMail().stream()
                        .map(original -> new AttachedOriginal(
                                attachment.content(), original, SenderSide.of(original, directory))))
                .findFirst();
    }

    @Override
    public String toString() {
        return "AttachedOriginal[redacted]";
    }
}
