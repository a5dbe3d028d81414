package org.spocgateway.envelope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.envelope.mail.Encoded;
import org.spocgateway.envelope.mime.Abridged;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.Slice;
import org.spocgateway.terms.MailAddress;

/**
 * A message read once, defensively: what a person would see of it, and the headers that matter.
 *
 * @param from the single strict From; empty when there is none, more than one, or it is no usable address
 * @param recipients every usable address in To and Cc
 * @param text the readable text, HTML turned into text, at most 1 MiB
 * @param authenticationResults raw values in header order, top first
 * @param received raw values, top first
 * @param trace both kinds above in the order in which they stand, top first, each as {@code received: value} or {@code
 *     authentication-results: value}: what stands above what tells who may have written it
 * @param messageId with its angle brackets, as {@code inReplyTo}
 * @param inReplyTo the identifiers of In-Reply-To, then of References
 * @param contentType the whole Content-Type field of the message, parameters included; {@code text/plain} when there is none
 * @param extra other headers by lower-case name, first value (auto-submitted, list-unsubscribe, importance, x-priority, return-path, ...)
 * @param isCut whether the text is so long that its end was left away (1 Mi characters; twice that of HTML)
 */
public record ReadMail(
        Optional<MailAddress> from,
        String fromDisplay,
        List<MailAddress> recipients,
        String subject,
        Optional<String> messageId,
        List<String> inReplyTo,
        String text,
        List<Attachment> attachments,
        String contentType,
        List<String> authenticationResults,
        List<String> received,
        List<String> trace,
        Map<String, String> extra,
        boolean isCut) {
    /** In bytes: a larger message is read abridged, since reading takes several times its size in memory. */
    public static final int WHOLE_MOST = 16 << 20;

    /**
     * Reads a message.
     *
     * @throws UnreadableMail if it cannot be read or is over a limit (depth 20, 500 parts)
     */
    public static ReadMail of(byte[] message) {
        return of(Slice.of(message), Limits.USUAL);
    }

    private static ReadMail of(Slice message, Limits limits) {
        return Guarded.read(() -> MailReading.read(message, limits));
    }

    /** The same message with these attachments. */
    ReadMail with(List<Attachment> others) {
        return new ReadMail(
                from,
                fromDisplay,
                recipients,
                subject,
                messageId,
                inReplyTo,
                text,
                List.copyOf(others),
                contentType,
                authenticationResults,
                received,
                trace,
                extra,
                isCut);
    }

    /** Only the header of a message, as a mail without a body. */
    public static ReadMail header(Content message) {
        return Guarded.read(() -> {
            try (var in = Source.blocks(message)) {
                return MailReading.read(Slice.of(Entity.of(in).head().bytes()), Limits.USUAL);
            }
        });
    }

    /**
     * What was opened, with the header of the message that it came in: the content of a sealed or signed message has none of its own.
     *
     * @param how whether the content has a protected subject, which counts before the one outside (RFC 9788 section 4.3)
     */
    public ReadMail in(ReadMail outer, Opened how) {
        return new ReadMail(
                outer.from,
                outer.fromDisplay,
                outer.recipients,
                how.hasOwnHeaders() && !subject.isBlank() ? subject : outer.subject,
                outer.messageId,
                outer.inReplyTo,
                text,
                attachments,
                contentType,
                outer.authenticationResults,
                outer.received,
                outer.trace,
                outer.extra,
                isCut);
    }

    /** Reads a content; of one that is over {@link #WHOLE_MOST} only the beginning of each part. */
    public static ReadMail of(Content content) {
        return of(content, Limits.USUAL);
    }

    static ReadMail of(Content content, Limits limits) {
        return of(isWhole(content) ? content.slice() : Slice.of(abridged(content)), limits);
    }

    /** Whether a content is small enough to be read with everything in it. */
    public static boolean isWhole(Content content) {
        return content.size() <= WHOLE_MOST;
    }

    private static byte[] abridged(Content content) {
        return Guarded.read(() -> {
            try (var in = new Source(content)) {
                return Abridged.of(in);
            }
        });
    }

    /** The single strict From of a message, given only its header. */
    static Optional<MailAddress> from(byte[] head) {
        return Guarded.read(() -> MailReading.from(head));
    }

    /** A part that is not the readable text. */
    public static final class Attachment {
        private final String fileName;
        private final String type;
        private final Encoded encoded;

        Attachment(String fileName, String type, Encoded encoded) {
            this.fileName = fileName;
            this.type = type;
            this.encoded = encoded;
        }

        Attachment(String fileName, String type, byte[] content) {
            this(fileName, type, Encoded.plain(content));
        }

        /** As the sender wrote it: data, never a path; empty when there is none. */
        public String fileName() {
            return fileName;
        }

        /** Lower-case media type without parameters. */
        public String type() {
            return type;
        }

        public byte[] content() {
            return encoded.bytes();
        }

        /** At least so many of the first bytes where there are so many. */
        byte[] start(int least) {
            return encoded.start(least);
        }

        /** A forwarded message, read in its turn; empty for every other attachment and for one that cannot be read. */
        public Optional<ReadMail> asMail() {
            try {
                return type.equals("message/rfc822") ? Optional.of(ReadMail.of(content())) : Optional.empty();
            } catch (UnreadableMail e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Attachment[" + type + "]";
        }
    }

    @Override
    public String toString() {
        return "ReadMail[redacted]";
    }
}
