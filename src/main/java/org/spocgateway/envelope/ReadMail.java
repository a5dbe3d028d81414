package org.spocgateway.envelope;

import java.util.List;
import java.util.Optional;
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
 * @param extra other headers by lower-case name, first value (auto-submitted, list-unsubscribe, importance, x-priority, return-path, ...)
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
        java.util.Map<String, String> extra) {

    /**
     * Reads a message.
     *
     * @throws UnreadableMail if it cannot be read or is over a limit (depth 20, 500 parts)
     */
    public static ReadMail of(byte[] message) {
        throw new IllegalStateException("to be written");
    }

    /**
     * A part that is not the readable text.
     *
     * @param type lower-case media type without parameters
     */
    public record Attachment(String fileName, String type, byte[] content) {
        @Override
        public String toString() {
            return "Attachment[" + type + ", " + content.length + " bytes]";
        }
    }

    @Override
    public String toString() {
        return "ReadMail[redacted]";
    }
}
