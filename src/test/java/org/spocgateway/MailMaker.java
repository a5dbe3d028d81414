package org.spocgateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Sealing;

/**
 * Writes a mail byte by byte, as police, partners or strangers would send it: plain, signed, sealed, or signed and then sealed.
 *
 * <pre>{@code
 * byte[] mail = MailMaker.from(MailMaker.NORTHMERE).to(MailMaker.SPOC).subject("Secure document").text("…")
 *         .arrivedWell().signedBy(pki.identity(DemonstrationPki.NORTHMERE)).sealedTo(pki.certificate(DemonstrationPki.SPOC_2026)).bytes();
 * }</pre>
 */
public final class MailMaker {
    public static final String SPOC = "channel.spoc@brackenford.gov.uk";
    public static final String COMMUNITY_SAFETY = "community.safety@brackenford.gov.uk";
    public static final String NORTHMERE = "prevent.referrals@northmere.police.uk";
    public static final String WHITLOCK = "imran.whitlock@northmere.police.uk";
    public static final String LARKHILL = "larkhill.safeguarding@nhs.net";

    private record File(String name, String type, byte[] content) {}

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> trace = new ArrayList<>();
    private final List<File> files = new ArrayList<>();
    private String text = "";
    private Optional<String> html = Optional.empty();
    private Optional<DemonstrationPki.Identity> signer = Optional.empty();
    private List<X509Certificate> sealedTo = List.of();
    private boolean old;
    private final List<String> lines = new ArrayList<>();
    private final List<UnaryOperator<byte[]>> wrappings = new ArrayList<>();
    private Optional<byte[]> entity = Optional.empty();

    private MailMaker(String from) {
        headers.put("From", from);
        headers.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Clock.systemUTC().instant().atOffset(ZoneOffset.UTC)));
        headers.put("Message-ID", "<" + UUID.randomUUID() + "@" + from.replaceAll(".*@|[>\\s]", "") + ">");
    }

    /** Begins a mail: an address, or a display name with an address in angle brackets. */
    public static MailMaker from(String from) {
        return new MailMaker(from);
    }

    public MailMaker to(String... addresses) {
        return header("To", String.join(", ", addresses));
    }

    public MailMaker cc(String... addresses) {
        return header("Cc", String.join(", ", addresses));
    }

    /** Letters outside ASCII become an encoded word. */
    public MailMaker subject(String subject) {
        boolean isPlain = subject.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return header(
                "Subject",
                isPlain ? subject : "=?utf-8?B?" + base64(utf8(subject)).strip() + "?=");
    }

    /** Sets one header; a second value for the same name takes the place of the first. */
    public MailMaker header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A header line as it stands, beside those set by name: a second From, say. */
    public MailMaker line(String line) {
        lines.add(line);
        return this;
    }

    /** A whole MIME entity instead of text and files. */
    public MailMaker entity(byte[] whole) {
        entity = Optional.of(whole.clone());
        return this;
    }

    /** Puts the entity into something, such as a signature, after whatever was said before. */
    public MailMaker wrapped(UnaryOperator<byte[]> how) {
        wrappings.add(how);
        return this;
    }

    public MailMaker messageId(String id) {
        return header("Message-ID", id);
    }

    public MailMaker inReplyTo(String id) {
        return header("In-Reply-To", id).header("References", id);
    }

    /** A line of the trace, such as {@code Received: …}: below those added before it. */
    public MailMaker trace(String line) {
        trace.add(line);
        return this;
    }

    /** Our own boundary says: TLS 1.3 on the last hop, SPF, DKIM and DMARC passed for the sender's domain. */
    public MailMaker arrivedWell() {
        String domain = String.valueOf(headers.get("From")).replaceAll(".*@|[>\\s]", "");
        return trace("Authentication-Results: mx.brackenford.gov.uk; spf=pass smtp.mailfrom=" + domain
                        + "; dkim=pass header.d=" + domain + "; dmarc=pass (p=reject) header.from=" + domain)
                .trace("Received: from mail." + domain + " (mail." + domain
                        + " [192.0.2.10])\r\n\tby mx.brackenford.gov.uk"
                        + " with ESMTPS (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 4F2C81A1;\r\n\t"
                        + headers.get("Date"));
    }

    public MailMaker text(String body) {
        text = body;
        return this;
    }

    /** A second form beside the text. */
    public MailMaker html(String body) {
        html = Optional.of(body);
        return this;
    }

    public MailMaker attach(String fileName, String type, byte[] content) {
        files.add(new File(fileName, type, content.clone()));
        return this;
    }

    /** Signed detached with SHA-256. */
    public MailMaker signedBy(DemonstrationPki.Identity identity) {
        signer = Optional.of(identity);
        return this;
    }

    /** Sealed with AES-256-GCM after it was signed. */
    public MailMaker sealedTo(X509Certificate... certificates) {
        sealedTo = List.of(certificates);
        return this;
    }

    /** Sealed with AES-256-CBC and RSA PKCS#1 v1.5 instead, as old desktops do. */
    public MailMaker old() {
        old = true;
        return this;
    }

    /** The whole message, CR LF line ends. */
    public byte[] bytes() {
        byte[] entity = this.entity.orElseGet(this::entity);
        if (signer.isPresent()) {
            entity = sealing(signer.get()).sign(entity);
        }
        if (!sealedTo.isEmpty()) {
            entity = sealing(signer.orElse(null)).seal(entity, old, sealedTo);
        }
        for (UnaryOperator<byte[]> wrapping : wrappings) {
            entity = wrapping.apply(entity);
        }
        var out = new ByteArrayOutputStream();
        trace.forEach(line -> out.writeBytes(utf8(line + "\r\n")));
        headers.forEach((name, value) -> out.writeBytes(utf8(name + ": " + value + "\r\n")));
        lines.forEach(line -> out.writeBytes(utf8(line + "\r\n")));
        out.writeBytes(utf8("MIME-Version: 1.0\r\n"));
        out.writeBytes(entity);
        return out.toByteArray();
    }

    private static Sealing sealing(DemonstrationPki.Identity by) {
        return new Sealing(
                by == null ? null : new KeyRing.OwnKey(by.name(), by.keys().getPrivate(), by.certificate()),
                new SecureRandom());
    }

    private byte[] entity() {
        String body = html.isEmpty()
                ? leaf("text/plain; charset=utf-8", "", utf8(text))
                : multipart(
                        "alternative",
                        leaf("text/plain; charset=utf-8", "", utf8(text)),
                        leaf("text/html; charset=utf-8", "", utf8(html.get())));
        if (files.isEmpty()) {
            return utf8(body);
        }
        List<String> parts = new ArrayList<>(List.of(body));
        for (File file : files) {
            String name = "Content-Disposition: attachment; filename*=utf-8''"
                    + java.net.URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                            .replace("+", "%20") + "\r\n";
            parts.add(leaf(file.type(), name, file.content()));
        }
        return utf8(multipart("mixed", parts.toArray(new String[0])));
    }

    private static String leaf(String type, String more, byte[] content) {
        return "Content-Type: " + type + "\r\n" + more + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(content)
                + "\r\n";
    }

    private static String multipart(String kind, String... parts) {
        String boundary = "part-" + UUID.randomUUID();
        var all = new StringBuilder("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\n");
        for (String part : parts) {
            all.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return all.append("--").append(boundary).append("--\r\n").toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
