package org.spocgateway.classification;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bouncycastle.cms.CMSAlgorithm;
import org.spocgateway.CmsMaker;
import org.spocgateway.CmsMaker.Ciphering;
import org.spocgateway.CmsMaker.Signing;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.DemonstrationPki.Identity;
import org.spocgateway.MailMaker;

/** Writes signed mail in the shapes of five clients, with what mailboxes and servers do to it on the way; the same for the same seed. */
final class GenuineMail {
    private static final DemonstrationPki PKI = MailRoom.PKI;
    private static final X509Certificate OURS = PKI.certificate(DemonstrationPki.SPOC_2026);
    private static final String TEXT =
            "Dear Jo,\r\n\r\nChecks on T.R. 2001 are complete.  \r\nKind regards\r\n-- \r\nDS Imran Whitlock\r\n";

    private final Random random;

    GenuineMail(long seed) {
        random = new Random(seed);
    }

    Map<String, byte[]> make(int count) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        List<String> clients = List.of("Outlook", "Thunderbird", "Apple Mail", "iOS", "gateway");
        for (int i = 0; i < count; i++) {
            String client = clients.get(i % clients.size());
            all.put(i + " " + client, mail(client));
        }
        return all;
    }

    /** Who writes, with which certificate: pinned ones, and one that only its issuer vouches for. */
    private record Writer(String address, Identity identity) {}

    private Writer writer() {
        return pick(
                new Writer(MailMaker.NORTHMERE, PKI.identity(DemonstrationPki.NORTHMERE)),
                new Writer(MailMaker.WHITLOCK, PKI.identity(DemonstrationPki.WHITLOCK)),
                new Writer(MailMaker.LARKHILL, PKI.identity(DemonstrationPki.LARKHILL)),
                new Writer(MailMaker.NORTHMERE, Spoofs.honest().make()));
    }

    private byte[] mail(String client) {
        Writer writer = writer();
        MailMaker mail = MailMaker.from(writer.address())
                .arrivedWell()
                .to(MailMaker.SPOC)
                .header("From", from(client, writer.address()));
        mail.subject(pick("Secure document", "RE: checks – complete", "Sécurité: T.R. 2001"));
        String body = body(client);
        mail.entity(body.getBytes(StandardCharsets.UTF_8)).header("X-Mailer", client);
        Signing how = signing(writer.identity());
        boolean opaque = client.equals("Outlook") && random.nextBoolean();
        mail.wrapped(opaque ? entity -> CmsMaker.opaque(entity, how) : entity -> CmsMaker.signed(entity, how));
        if (random.nextInt(3) > 0) {
            mail.wrapped(sealed(client));
            if (random.nextInt(8) == 0) {
                mail.wrapped(entity -> CmsMaker.signed(entity, how));
            }
        }
        byte[] bytes = mail.bytes();
        return random.nextInt(4) == 0 ? lineFeeds(bytes) : bytes;
    }

    private Signing signing(Identity identity) {
        Signing how = Signing.by(identity).digest(pick("SHA256", "SHA384", "SHA512"));
        if (random.nextInt(3) == 0) {
            how = how.enclosing(PKI.smimeAuthority(), identity.certificate());
        }
        return random.nextBoolean() ? how.at(Instant.now().minus(Duration.ofMinutes(random.nextInt(600)))) : how;
    }

    private UnaryOperator<byte[]> sealed(String client) {
        Ciphering cbc = Ciphering.cbc(OURS, PKI.certificate(DemonstrationPki.NORTHMERE));
        Ciphering how = switch (client) {
            case "Outlook", "Apple Mail" -> pick(cbc, cbc.with(CMSAlgorithm.AES128_CBC));
            case "gateway" -> pick(Ciphering.gcm(OURS), cbc.withOaep(), cbc.with(CMSAlgorithm.AES128_CBC));
            default -> pick(cbc, Ciphering.gcm(OURS));
        };
        return entity -> CmsMaker.sealed(entity, how);
    }

    private String from(String client, String address) {
        return switch (client) {
            case "Outlook" -> pick("\"Northmere, Prevent\" <" + address + ">", "Prevent Referrals <" + address + ">");
            case "Thunderbird" -> pick("Imran Whitlock <" + address + ">", address);
            case "Apple Mail", "iOS" ->
                pick(
                        "=?utf-8?Q?Pr=C3=A9vent?= <" + address + ">",
                        "Prevent <" + address.toUpperCase(java.util.Locale.ROOT) + ">");
            default ->
                pick(
                        address + " (Prevent Referrals)",
                        "\"Prevent Referrals\"\r\n <" + address + ">",
                        "<" + address + ">");
        };
    }

    private String body(String client) {
        String plain =
                "Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
                        + TEXT;
        String quoted =
                "Content-Type: text/plain;\r\n\tcharset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nChecks on T.R. 2001 are complete=2E=20=\r\n Merci, =E9.\r\n";
        String html =
                "Content-Type: text/html; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n<html><body><p>Checks on T.R. 2001 are complete.</p></body></html>\r\n";
        String file =
                "Content-Type: application/octet-stream; name=\"Form.docx\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"Form.docx\"\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(TEXT.repeat(20).getBytes(StandardCharsets.UTF_8))
                        + "\r\n";
        return switch (client) {
            case "Outlook" ->
                pick(
                        parts("alternative", "----=_NextPart_000_0001", plain, html),
                        parts(
                                "mixed",
                                "----=_NextPart_000_0002",
                                parts("alternative", "----=_NextPart_001_0003", quoted, html),
                                file));
            case "Thunderbird" -> pick(plain, parts("mixed", "------------0a1B2c3D", plain, file));
            case "Apple Mail" -> pick(plain, parts("alternative", "Apple-Mail=_6B29", quoted, html));
            case "iOS" -> pick(quoted, parts("mixed", "Apple-Mail-4F", plain, file, plain));
            default ->
                pick(plain, quoted, parts("mixed", "=_djigzo", parts("alternative", "=_inner", plain, html), file));
        };
    }

    private static String parts(String kind, String boundary, String... parts) {
        var all = new StringBuilder("Content-Type: multipart/" + kind + ";\r\n\tboundary=\"" + boundary
                + "\"\r\n\r\nThis is a multipart message in MIME format.\r\n\r\n");
        for (String part : parts) {
            all.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return all.append("--").append(boundary).append("--\r\n").toString();
    }

    /** As a mailbox on Unix keeps it. */
    private static byte[] lineFeeds(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @SafeVarargs
    private <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
