package org.spocgateway.envelope;

import java.security.cert.CertificateParsingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spocgateway.envelope.mail.Words;
import org.spocgateway.envelope.mime.Head;
import org.spocgateway.terms.MailAddress;

/**
 * Compares the header fields that a sender protected inside with those that the message shows outside.
 *
 * <p>Which From counts: the one outside, exactly one (see {@link Sender}), since the way the message travelled was judged for it. A From
 * inside must be exactly one too and the same address: no policy of a sender may change it (RFC 9788 section 3.1.1), so another one is
 * no choice of the sender's but somebody else's doing (section 4.4), whoever signed. Every other field that stands outside must be as the
 * sender says that he left it: what HP-Outer says where the message is sealed, else what stands inside (section 4.3). What stands
 * only on one side is no contradiction: relays add fields, senders hide them.
 */
final class ProtectedHeaders {
    private static final List<String> COMPARED =
            List.of("subject", "sender", "reply-to", "date", "message-id", "in-reply-to", "references");

    private final Head outer;
    private final Optional<MailAddress> from;
    private final KeyRing ring;

    /** @param from the single strict From outside */
    ProtectedHeaders(Head outer, Optional<MailAddress> from, KeyRing ring) {
        this.outer = outer;
        this.from = from;
        this.ring = ring;
    }

    /** The one From of the message itself. */
    Optional<MailAddress> from() {
        return from;
    }

    List<Fault> findings(List<Peeled> peeled) {
        Set<Fault> found = new HashSet<>();
        List<MailAddress> inside = new ArrayList<>();
        boolean isSealed = false;
        for (Peeled each : peeled) {
            isSealed |= each.key().isPresent();
            if (each.headers().isPresent()) {
                var fields = new ProtectedFields(each.headers().get(), isSealed);
                inside.addAll(fields.recipients());
                found.addAll(differences(fields));
            }
        }
        boolean isSigned = peeled.stream().anyMatch(each -> each.verdict().isPresent());
        List<MailAddress> owners = owners(peeled);
        List<MailAddress> to = inside.isEmpty() ? recipients(outer) : inside;
        if (!owners.isEmpty() && !to.isEmpty() && to.stream().noneMatch(owners::contains)) {
            found.add(isSigned && !inside.isEmpty() ? Fault.RECIPIENTS_DIFFER : Fault.NOT_KEY_OWNER);
        }
        return List.copyOf(found);
    }

    private List<Fault> differences(ProtectedFields fields) {
        List<Fault> found = new ArrayList<>();
        List<String> author = fields.inside("from");
        boolean isOther = !author.isEmpty()
                && (author.size() > 1
                        || !Mailboxes.single(unfolded(author)).address().equals(from));
        boolean isChanged = COMPARED.stream().anyMatch(name -> differs(name, fields.outside(name)));
        if (isOther || isChanged) {
            found.add(Fault.HEADERS_DIFFER);
        }
        Set<MailAddress> shown = Set.copyOf(recipients(outer));
        Set<MailAddress> meant = Set.copyOf(fields.recipientsOutside());
        if (!shown.isEmpty() && !meant.isEmpty() && !shown.equals(meant)) {
            found.add(Fault.RECIPIENTS_DIFFER);
        }
        return found;
    }

    private boolean differs(String name, List<String> meant) {
        List<String> shown = outer.fields(name);
        if (shown.isEmpty() || meant.isEmpty()) {
            return false;
        }
        return shown.size() != 1
                || meant.size() != 1
                || !(name.equals("subject")
                        ? isTagged(tidy(shown.get(0)), tidy(meant.get(0)))
                        : tidy(shown.get(0)).equals(tidy(meant.get(0))));
    }

    /** Relays put words in square brackets in front of a subject, such as {@code [EXTERNAL]}. */
    private static boolean isTagged(String shown, String meant) {
        return shown.endsWith(meant)
                && shown.substring(0, shown.length() - meant.length()).matches("(\\[[^\\[\\]]{1,40}\\] ?)*");
    }

    private static String tidy(String value) {
        return Words.decoded(Words.unfolded(value)).replaceAll("\\s+", " ").strip();
    }

    static List<MailAddress> recipients(Head head) {
        return Mailboxes.all(unfolded(Stream.concat(head.fields("to").stream(), head.fields("cc").stream())
                .toList()));
    }

    static List<String> unfolded(List<String> fields) {
        return fields.stream().map(Words::unfolded).toList();
    }

    /** The addresses of the certificate whose key opened it. */
    private List<MailAddress> owners(List<Peeled> peeled) {
        return peeled.stream()
                .flatMap(each -> each.key().stream())
                .flatMap(name -> ring.named(name).stream())
                .flatMap(key -> addresses(key).stream())
                .toList();
    }

    private static List<MailAddress> addresses(KeyRing.OwnKey key) {
        try {
            return CertificateAddresses.of(key.certificate());
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
