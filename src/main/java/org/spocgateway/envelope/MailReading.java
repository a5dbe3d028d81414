package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.spocgateway.envelope.mail.Bounds;
import org.spocgateway.envelope.mail.Costly;
import org.spocgateway.envelope.mail.Fields;
import org.spocgateway.envelope.mail.Reading;
import org.spocgateway.envelope.mail.Shown;
import org.spocgateway.envelope.mail.Words;
import org.spocgateway.envelope.mime.Slice;
import org.spocgateway.terms.MailAddress;

/** What one reading of one message came to, as the rest of the house knows it; always run inside {@link Guarded}. */
final class MailReading {
    private static final Pattern IDS = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final Set<String> TRACE = Set.of("received", "authentication-results");
    private static final Set<String> NAMED = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "message-id",
            "in-reply-to",
            "references",
            "content-type",
            "received",
            "authentication-results");

    private MailReading() {}

    static ReadMail read(Slice message, Limits limits) {
        if (message.size() > limits.bytes()) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        }
        try {
            return told(Reading.of(message, bounds(limits)));
        } catch (Costly e) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        }
    }

    static Optional<MailAddress> from(byte[] head) {
        try {
            return Mailboxes.single(Reading.header(head, bounds(Limits.USUAL)).named("from"))
                    .address();
        } catch (Costly e) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        }
    }

    private static Bounds bounds(Limits limits) {
        return Bounds.of(limits.depth(), limits.parts());
    }

    private static ReadMail told(Shown shown) {
        Fields fields = shown.fields();
        Mailboxes.Mailbox from = Mailboxes.single(fields.named("from"));
        List<String> recipients = new ArrayList<>(fields.named("to"));
        recipients.addAll(fields.named("cc"));
        String type = fields.first("content-type");
        return new ReadMail(
                from.address(),
                Words.decoded(from.display()),
                Mailboxes.all(recipients),
                Words.decoded(fields.first("subject")),
                ids(fields.named("message-id")).stream().findFirst(),
                replied(fields),
                shown.text(),
                shown.files().stream()
                        .map(file -> new ReadMail.Attachment(file.name(), file.type(), file.content()))
                        .toList(),
                type.isEmpty() ? "text/plain" : type,
                fields.named("authentication-results"),
                fields.named("received"),
                trace(fields),
                others(fields),
                shown.isCut());
    }

    private static List<String> replied(Fields fields) {
        var all = new LinkedHashSet<>(ids(fields.named("in-reply-to")));
        all.addAll(ids(fields.named("references")));
        return List.copyOf(all);
    }

    private static List<String> ids(List<String> fields) {
        return fields.stream()
                .flatMap(field -> IDS.matcher(field).results().map(MatchResult::group))
                .limit(200)
                .toList();
    }

    private static List<String> trace(Fields fields) {
        return fields.all().stream()
                .filter(field -> TRACE.contains(field.name()))
                .map(field -> field.name() + ": " + field.value())
                .toList();
    }

    private static Map<String, String> others(Fields fields) {
        Map<String, String> others = new LinkedHashMap<>();
        fields.all().stream()
                .filter(field -> !NAMED.contains(field.name()))
                .forEach(field -> others.putIfAbsent(field.name(), field.value()));
        return Map.copyOf(others);
    }
}
