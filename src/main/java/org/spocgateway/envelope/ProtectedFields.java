package org.spocgateway.envelope;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spocgateway.envelope.mime.Head;
import org.spocgateway.terms.MailAddress;

/**
 * The header fields of a cryptographic payload, and what its sender says of those that he left outside (RFC 9788 section 2.2).
 *
 * @param head of the payload's root, or of the message in a {@code message/rfc822} (RFC 8551 section 3.1)
 * @param isSealed whether it was encrypted, so that fields outside may have been hidden
 */
record ProtectedFields(Head head, boolean isSealed) {
    private static final String CIPHER = "RFC 9788, cipher";
    private static final String CLEAR = "RFC 9788, clear";

    /** How header fields are protected; empty where they are not. */
    static String scheme(Head head) {
        String marked = head.parameter("hp").orElse("").toLowerCase(Locale.ROOT);
        if (marked.equals("cipher") || marked.equals("clear")) {
            return marked.equals("cipher") ? CIPHER : CLEAR;
        }
        return head.parameter("protected-headers").isPresent() ? "protected-headers" : "";
    }

    /** As protected. */
    List<String> inside(String name) {
        return head.fields(name);
    }

    /** As they must stand outside, where they do; empty where nobody knows. */
    List<String> outside(String name) {
        String scheme = scheme(head);
        if (!isSealed || scheme.equals(CLEAR)) {
            return inside(name);
        }
        if (scheme.equals(CIPHER)) {
            return left(name);
        }
        // Older ways do not say what they put outside, and the subject is what they hide.
        return name.equals("subject") ? List.of() : inside(name);
    }

    private List<String> left(String name) {
        return head.fields("hp-outer").stream()
                .filter(each -> each.substring(0, Math.max(0, each.indexOf(':')))
                        .strip()
                        .equalsIgnoreCase(name))
                .map(each -> each.substring(each.indexOf(':') + 1).strip())
                .toList();
    }

    List<MailAddress> recipients() {
        return ProtectedHeaders.recipients(head);
    }

    List<MailAddress> recipientsOutside() {
        return Mailboxes.all(ProtectedHeaders.unfolded(
                Stream.concat(outside("to").stream(), outside("cc").stream()).toList()));
    }
}
