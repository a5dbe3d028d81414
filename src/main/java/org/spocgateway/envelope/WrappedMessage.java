package org.spocgateway.envelope;

import java.io.IOException;
import java.util.Optional;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.Head;
import org.spocgateway.terms.MailAddress;

/**
 * Tells a message that was wrapped whole to protect its header (RFC 8551 section 3.1) from one that was forwarded.
 *
 * <p>Where the sender does not say ({@code forwarded=no}), it is wrapped when it is from the one who sent it; a message of somebody
 * else's stays an attachment.
 */
final class WrappedMessage {
    private static final int HEAD_MOST = 1 << 16;

    private WrappedMessage() {}

    /**
     * The header of the wrapped message.
     *
     * @param from the single From of the message itself
     */
    static Optional<Head> in(Entity entity, Optional<MailAddress> from) throws IOException {
        String encoding = entity.head().field("content-transfer-encoding").strip();
        String forwarded = entity.parameter("forwarded").orElse("");
        if (!entity.type().equals("message/rfc822")
                || !encoding.matches("(?i)(7bit|8bit|binary)?")
                || forwarded.equalsIgnoreCase("yes")) {
            return Optional.empty();
        }
        Head head = Entity.of(entity.start(HEAD_MOST)).head();
        boolean isSame = from.isPresent()
                && Mailboxes.single(ProtectedHeaders.unfolded(head.fields("from")))
                        .address()
                        .equals(from);
        return isSame || forwarded.equalsIgnoreCase("no") ? Optional.of(head) : Optional.empty();
    }
}
