package org.spocgateway.envelope;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.spocgateway.terms.MailAddress;

/** One reading of one message with Jakarta Mail; always run inside {@link Guarded}. */
final class MailReading {
    /** Characters of text that are read of one message. */
    private static final int TEXT_MOST = 1 << 20;

    private static final Pattern IDS = Pattern.compile("<[^<>\\s]{1,900}>");
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

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final List<ReadMail.Attachment> attachments = new ArrayList<>();
    private int parts;
    private boolean isCut;

    private MailReading(Limits limits) {
        this.limits = limits;
    }

    static ReadMail read(byte[] message, Limits limits) throws MessagingException, IOException {
        if (message.length > limits.bytes()) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        }
        return new MailReading(limits).whole(new MimeMessage(null, new ByteArrayInputStream(message)));
    }

    static Optional<MailAddress> from(byte[] head) throws MessagingException {
        var mail = new MimeMessage(null, new ByteArrayInputStream(head));
        return Mailboxes.single(fields(mail, "From")).address();
    }

    private ReadMail whole(MimeMessage mail) throws MessagingException, IOException {
        walk(mail, 0);
        Mailboxes.Mailbox from = Mailboxes.single(fields(mail, "From"));
        List<String> recipients = new ArrayList<>(fields(mail, "To"));
        recipients.addAll(fields(mail, "Cc"));
        return new ReadMail(
                from.address(),
                Words.decoded(from.display()),
                Mailboxes.all(recipients),
                Words.decoded(first(fields(mail, "Subject")).orElse("")),
                ids(fields(mail, "Message-ID")).stream().findFirst(),
                replied(mail),
                text.toString(),
                List.copyOf(attachments),
                first(fields(mail, "Content-Type")).orElse("text/plain"),
                fields(mail, "Authentication-Results"),
                fields(mail, "Received"),
                trace(mail),
                others(mail),
                isCut);
    }

    private static List<String> replied(MimeMessage mail) throws MessagingException {
        var all = new LinkedHashSet<>(ids(fields(mail, "In-Reply-To")));
        all.addAll(ids(fields(mail, "References")));
        return List.copyOf(all);
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (++parts > limits.parts() || depth > limits.depth()) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        }
        if (part.isMimeType("multipart/alternative")) {
            alternative((Multipart) part.getContent(), depth);
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inner) {
            for (int i = 0; i < inner.getCount(); i++) {
                walk(inner.getBodyPart(i), depth + 1);
            }
        } else if (isText(part)) {
            add(read(part));
        } else {
            attach(part);
        }
    }

    /** Plain text where there is any, else the last form that gives text; attachments inside are kept either way. */
    private void alternative(Multipart forms, int depth) throws MessagingException, IOException {
        String chosen = "";
        for (int i = 0; i < forms.getCount(); i++) {
            BodyPart form = forms.getBodyPart(i);
            var inner = new MailReading(limits);
            inner.parts = parts;
            inner.walk(form, depth + 1);
            parts = inner.parts;
            isCut |= inner.isCut;
            attachments.addAll(inner.attachments);
            chosen = chosen.isBlank() ? inner.text.toString() : chosen;
        }
        add(chosen);
    }

    private static boolean isText(Part part) throws MessagingException {
        boolean isAttached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part))
                || fileName(part).isPresent();
        return !isAttached
                && (part.isMimeType("text/plain") || part.isMimeType("text/html") || part.isMimeType("text/enriched"));
    }

    private static String disposition(Part part) throws MessagingException {
        String[] values = part.getHeader("Content-Disposition");
        return values == null ? "" : values[0].split(";", 2)[0].strip();
    }

    private static Optional<String> fileName(Part part) {
        try {
            return Optional.ofNullable(part.getFileName()).map(Words::decoded);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private String read(Part part) throws IOException, MessagingException {
        byte[] bytes = bytes(part);
        String decoded = Words.text(bytes, Words.parameter(part.getContentType(), "charset"));
        return part.isMimeType("text/html") ? HtmlText.of(cut(decoded, 2 * TEXT_MOST)) : decoded;
    }

    private void add(String more) {
        if (text.length() > 0 && !more.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(cut(more, TEXT_MOST - Math.min(TEXT_MOST, text.length())));
    }

    private String cut(String all, int most) {
        isCut |= all.length() > most;
        return all.length() <= most ? all : all.substring(0, most);
    }

    private void attach(Part part) throws MessagingException, IOException {
        String type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        attachments.add(new ReadMail.Attachment(fileName(part).orElse(""), type, bytes(part)));
    }

    /** The decoded bytes; where the transfer encoding is broken, the bytes as they stand: nothing is lost. */
    private static byte[] bytes(Part part) throws IOException, MessagingException {
        try (InputStream decoded = part.getInputStream()) {
            return decoded.readAllBytes();
        } catch (IOException | MessagingException e) {
            return raw(part);
        }
    }

    private static byte[] raw(Part part) throws IOException, MessagingException {
        try (InputStream raw = part instanceof MimeMessage mail
                ? mail.getRawInputStream()
                : ((jakarta.mail.internet.MimeBodyPart) part).getRawInputStream()) {
            return raw.readAllBytes();
        }
    }

    private static List<String> ids(List<String> fields) {
        return fields.stream()
                .flatMap(field -> IDS.matcher(field).results().map(MatchResult::group))
                .limit(200)
                .toList();
    }

    private static Optional<String> first(List<String> fields) {
        return fields.stream().findFirst();
    }

    private static List<String> fields(MimePart part, String name) throws MessagingException {
        String[] values = part.getHeader(name);
        return values == null
                ? List.of()
                : java.util.Arrays.stream(values).map(Words::unfolded).toList();
    }

    private static List<String> trace(MimeMessage mail) throws MessagingException {
        Enumeration<Header> headers = mail.getMatchingHeaders(new String[] {"Received", "Authentication-Results"});
        return Collections.list(headers).stream()
                .map(header ->
                        header.getName().strip().toLowerCase(Locale.ROOT) + ": " + Words.unfolded(header.getValue()))
                .toList();
    }

    private static Map<String, String> others(MimeMessage mail) throws MessagingException {
        Map<String, String> others = new LinkedHashMap<>();
        Enumeration<Header> headers = mail.getAllHeaders();
        while (headers.hasMoreElements()) {
            Header header = headers.nextElement();
            String name = header.getName().strip().toLowerCase(Locale.ROOT);
            if (!NAMED.contains(name)) {
                others.putIfAbsent(name, Words.unfolded(header.getValue()));
            }
        }
        return Map.copyOf(others);
    }
}
