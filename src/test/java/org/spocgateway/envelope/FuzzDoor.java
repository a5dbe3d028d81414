package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spocgateway.directory.OpenPgpKey;
import org.spocgateway.directory.PinnedOpenPgpKey;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.envelope.container.Bounds;
import org.spocgateway.envelope.container.Unlocker;
import org.spocgateway.terms.MailAddress;

/**
 * What the fuzzer throws bytes at: each method takes any bytes and fails if anything comes out that should not: an exception nobody
 * documented, more than the bounds allow, or a message called verified whose content nobody signed.
 */
public final class FuzzDoor {
    /** What every genuine seed says. */
    public static final String WORDS = "Please begin with T.R. 2001.";

    public static final String SENDER = "prevent.referrals@northmere.police.uk";
    private static final int TEXT_MOST = 1 << 20;

    private static final List<String> SIGNED = List.of("message", "cms", "openpgp", "armour");

    private final Envelopes envelopes;
    private final Pins pins;
    private final Set<String> genuine = new HashSet<>();

    private FuzzDoor(Envelopes envelopes, Pins pins) {
        this.envelopes = envelopes;
        this.pins = pins;
    }

    /**
     * With the keys that the seeds are sealed to and signed with; the seeds tell which contents were really signed.
     *
     * @param folder with {@code keys} and {@code seeds}
     */
    public static FuzzDoor with(Path folder, char[] password) {
        Path keys = folder.resolve("keys");
        KeyRing.OwnKey ours = KeyRing.load("spoc", keys.resolve("spoc.p12"), password);
        OwnOpenPgpKey openPgp = OwnOpenPgpKey.load("spoc-pgp", keys.resolve("spoc.asc"), password);
        X509Certificate authority = certificate(keys.resolve("authority.pem"));
        var sender = new MailAddress(SENDER);
        try {
            var pgp = new OpenPgpKey(
                    Files.readString(keys.resolve("northmere.fingerprint")),
                    Files.readString(keys.resolve("northmere.asc")));
            var ring = new KeyRing(List.of(ours), List.of(openPgp));
            var pins = new Pins(
                    List.of(new PinnedSigner(sender, certificate(keys.resolve("northmere.pem")))),
                    List.of(),
                    List.of(),
                    List.of(new PinnedOpenPgpKey(sender, pgp)));
            var door = new FuzzDoor(new Envelopes(ring, List.of(authority), Limits.USUAL, Clock.systemUTC()), pins);
            for (String name : SIGNED) {
                door.learn(folder.resolve("seeds").resolve(name));
            }
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(Path seeds) throws IOException {
        String target = String.valueOf(seeds.getFileName());
        boolean isAny = false;
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path each : (Iterable<Path>) files.sorted()::iterator) {
                Optional<String> content = verified(wrapped(target, Files.readAllBytes(each)));
                content.ifPresent(genuine::add);
                isAny |= content.isPresent();
            }
        }
        check(isAny, "no seed of " + target + " is verified");
    }

    private static byte[] wrapped(String target, byte[] data) {
        return switch (target) {
            case "cms" -> cmsMail(data);
            case "openpgp" -> openPgpMail(data);
            case "armour" -> armourMail(data);
            default -> data;
        };
    }

    /** The content of a message that counts as verified, its line ends and what trails on its lines aside. */
    private Optional<String> verified(byte[] mail) {
        return envelopes.open(mail, pins) instanceof Opened opened && opened.isVerified()
                ? Optional.of(new String(opened.content().bytes(), ISO_8859_1).replaceAll("[ \\t\\r]*(\\n|$)", "\n"))
                : Optional.empty();
    }

    private static X509Certificate certificate(Path file) {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole message, however it is sealed or signed. */
    public void message(byte[] data) {
        verified(data).ifPresent(content -> check(genuine.contains(content), "verified, and nobody signed it"));
    }

    /** The CMS structure within a message. */
    public void cms(byte[] data) {
        message(cmsMail(data));
    }

    /** The OpenPGP packets within a message. */
    public void openPgp(byte[] data) {
        message(openPgpMail(data));
    }

    /** A text that may be armoured or clear-signed. */
    public void armour(byte[] data) {
        message(armourMail(data));
    }

    private static byte[] cmsMail(byte[] data) {
        return mail("Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n", data);
    }

    private static byte[] openPgpMail(byte[] data) {
        return mail(
                "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=fuzz\r\n",
                joined(
                        "--fuzz\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--fuzz\r\nContent-Type:"
                                + " application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n",
                        data,
                        "\r\n--fuzz--\r\n"));
    }

    private static byte[] armourMail(byte[] data) {
        return mail("Content-Type: text/plain; charset=utf-8\r\n", data);
    }

    /** MIME as people see it. */
    public void mime(byte[] data) {
        try {
            ReadMail mail = ReadMail.of(data);
            check(mail.text().length() <= TEXT_MOST, "too much text");
            check(mail.attachments().size() <= 2_000, "too many attachments");
            mail.attachments().forEach(ReadMail.Attachment::asMail);
        } catch (UnreadableMail e) {
            return; // the documented way
        }
    }

    /** Files of any content in parts of any nesting and encoding: each comes out whole and in its order. */
    public void parts(byte[] data) {
        List<byte[]> sent = new ArrayList<>();
        byte[] mail = PartsOf.mail(data, sent);
        List<ReadMail.Attachment> got = ReadMail.of(mail).attachments();
        check(got.size() == sent.size(), "a file is missing, or there is one more");
        for (int i = 0; i < got.size(); i++) {
            check(Arrays.equals(got.get(i).content(), sent.get(i)), "bytes are lost");
        }
    }

    /** Only a header. */
    public void headers(byte[] data) {
        MessageIdHeader.in(data);
        try {
            ReadMail mail = ReadMail.of(data);
            Sender sender = Sender.of(data, ReadMail.from(data), pins);
            check(!mail.fromDisplay().contains("\n"), "a line break in a name");
            check(!mail.subject().contains("\n") && !mail.subject().contains("\r"), "a line break in a subject");
            sender.address()
                    .ifPresent(
                            address -> check(mail.from().filter(address::equals).isPresent(), "two readings of From"));
        } catch (UnreadableMail e) {
            return; // the documented way
        }
    }

    /** One address field. */
    public void addresses(byte[] data) {
        String field = new String(data, java.nio.charset.StandardCharsets.UTF_8);
        Mailboxes.Mailbox one = Mailboxes.single(List.of(field));
        one.address().ifPresent(address -> {
            check(MailAddress.parse(address.value()).isPresent(), "an address that is none");
            check(Mailboxes.all(List.of(field)).equals(List.of(address)), "single and all differ");
            check(Mailboxes.count(field) == 1, "single and count differ");
        });
        Mailboxes.all(List.of(field))
                .forEach(address -> check(MailAddress.parse(address.value()).isPresent(), "no address"));
    }

    /** winmail.dat. */
    public void winmail(byte[] data) {
        mime(joined("Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: binary\r\n\r\n", data, ""));
    }

    /** Files that may be locked, and their words. */
    public void containers(byte[] data) {
        var file = new ReadMail.Attachment("file", "application/octet-stream", data);
        Documents.words(file);
        Unlocker.open(data, "file", new char[] {'o', 'n', 'e'}, Bounds.USUAL);
        message(mail("Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n", data));
    }

    private static byte[] mail(String headers, byte[] body) {
        return joined("From: " + SENDER + "\r\nMIME-Version: 1.0\r\n" + headers + "\r\n", body, "");
    }

    private static byte[] joined(String before, byte[] middle, String after) {
        byte[] head = before.getBytes(ISO_8859_1);
        byte[] tail = after.getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + middle.length + tail.length);
        System.arraycopy(middle, 0, all, head.length, middle.length);
        System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
        return all;
    }

    private static void check(boolean isRight, String wrong) {
        if (!isRight) {
            throw new IllegalStateException(wrong);
        }
    }
}
