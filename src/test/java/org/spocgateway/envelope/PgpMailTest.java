package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.spocgateway.directory.OpenPgpKey;
import org.spocgateway.directory.PinnedOpenPgpKey;
import org.spocgateway.envelope.openpgp.PgpMaker;
import org.spocgateway.terms.MailAddress;

/** OpenPGP as it comes by mail: what is the whole message is opened and judged, anything else stays as it is. */
class PgpMailTest {
    private static final String NORTHMERE = "prevent.referrals@northmere.police.uk";
    private static final String WHITLOCK = "imran.whitlock@northmere.police.uk";
    private static final PGPSecretKeyRing SPOC = PgpMaker.person("channel.spoc@brackenford.gov.uk");
    private static final PGPSecretKeyRing POLICE = PgpMaker.person(NORTHMERE);
    private static final PGPSecretKeyRing OFFICER = PgpMaker.person(WHITLOCK);
    private static final PGPSecretKeyRing STRANGER = PgpMaker.person(NORTHMERE);
    private static final Pins PINS =
            new Pins(List.of(), List.of(), List.of(), List.of(pin(NORTHMERE, POLICE), pin(WHITLOCK, OFFICER)));
    private static final String INNER = "Content-Type: text/plain; charset=utf-8\r\n\r\nPlease begin, naïvely.\r\n";

    @TempDir
    static Path folder;

    private static Envelopes envelopes;

    @BeforeAll
    static void keys() throws IOException {
        Path file = folder.resolve("spoc-pgp-2026.asc");
        Files.writeString(file, PGPainless.asciiArmor(PgpMaker.locked(SPOC)));
        var key = OwnOpenPgpKey.load("spoc-pgp-2026", file, PgpMaker.PASSPHRASE.toCharArray());
        envelopes = new Envelopes(new KeyRing(List.of(), List.of(key)), List.of(), Limits.USUAL, Clock.systemUTC());
    }

    @Test
    void sealed_and_signed_mail_opens_and_is_verified() {
        Opened opened = opened(NORTHMERE, mime(PgpMaker.sealedAndSigned(bytes(INNER), SPOC, POLICE)));

        assertThat(text(opened)).isEqualTo(INNER);
        assertThat(opened.isVerified()).isTrue();
        assertThat(opened.key()).contains("spoc-pgp-2026");
        assertThat(opened.code()).isEqualTo("CAME-SEALED");
        assertThat(opened.layers()).containsExactly(new Layer("pgp-sealed", "AES-256-MDC", "OpenPGP"));
        assertThat(opened.signer().orElseThrow().addresses()).containsExactly(new MailAddress(NORTHMERE));
        assertThat(ReadMail.of(opened.content()).text()).isEqualTo("Please begin, naïvely.\r\n");
    }

    @Test
    void a_signed_mail_within_a_sealed_one_is_verified_too() {
        Opened opened = opened(NORTHMERE, mime(PgpMaker.sealed(bytes(signed(INNER, POLICE)), SPOC)));

        assertThat(text(opened)).isEqualTo(INNER.stripTrailing() + "\r\n");
        assertThat(opened.isVerified()).isTrue();
        assertThat(opened.layers()).extracting(Layer::kind).containsExactly("pgp-sealed", "signed-pgp");
    }

    @Test
    void only_the_pinned_key_of_the_one_sender_counts() {
        assertThat(opened(NORTHMERE, signed(INNER, POLICE)).isVerified()).isTrue();
        assertThat(opened(NORTHMERE, signed(INNER, OFFICER)).code()).isEqualTo("TRUST-OTHER-SENDER");
        assertThat(opened(NORTHMERE, signed(INNER, STRANGER)).code()).isEqualTo("TRUST-CHANGED-CERTIFICATE");
        assertThat(opened("x@unknown.example", signed(INNER, STRANGER)).code()).isEqualTo("TRUST-UNKNOWN-KEY");
        assertThat(opened("x@unknown.example", signed(INNER, POLICE)).code()).isEqualTo("TRUST-OTHER-SENDER");
        Opened two = opened(NORTHMERE + ", " + WHITLOCK, signed(INNER, POLICE));
        assertThat(two.isVerified()).isFalse();
        assertThat(two.code()).isEqualTo("TRUST-SEVERAL-FROM");
        Opened changed = opened(NORTHMERE, signed(INNER, POLICE).replace("begin", "bagin"));
        assertThat(changed.signature()).isEqualTo(Signature.INVALID);
        assertThat(changed.code()).isEqualTo("TRUST-BROKEN");
    }

    @Test
    void line_ends_of_the_mailbox_do_not_matter() {
        String mail = mail(NORTHMERE, signed(INNER, POLICE)).replace("\r\n", "\n");

        assertThat(((Opened) envelopes.open(bytes(mail), PINS)).isVerified()).isTrue();
    }

    @Test
    void sealed_mail_without_a_signature_opens_and_proves_nothing() {
        Opened opened = opened(NORTHMERE, mime(PgpMaker.sealed(bytes(INNER), SPOC)));

        assertThat(opened.signature()).isEqualTo(Signature.NONE);
        assertThat(opened.integrity()).isTrue();
        assertThat(opened.isVerified()).isFalse();
        assertThat(opened.code()).isEqualTo("TRUST-UNSIGNED");
    }

    @Test
    void one_block_in_a_text_is_opened_with_its_charset() {
        byte[] words = "na\u00efve".getBytes(ISO_8859_1);
        String armored = PgpMaker.message(PgpMaker.sealedAndSigned(words, SPOC, POLICE));
        String plain = "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n" + armored;
        String encoded = "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes(armored));

        assertThat(ReadMail.of(opened(NORTHMERE, plain).content()).text()).isEqualTo("naïve");
        assertThat(opened(NORTHMERE, plain).isVerified()).isTrue();
        assertThat(opened(NORTHMERE, encoded.replace("text/plain", "application/octet-stream"))
                        .layers())
                .isEmpty();
        String clear = new String(PgpMaker.clearSigned(bytes("Please begin."), POLICE), ISO_8859_1);
        Opened signed = opened(NORTHMERE, "Content-Type: text/plain\r\n\r\n" + clear);
        assertThat(signed.isVerified()).isTrue();
        assertThat(ReadMail.of(signed.content()).text()).isEqualTo("Please begin.");
    }

    @Test
    void words_beside_a_block_keep_it_closed_and_unbelieved() {
        String armored = PgpMaker.message(PgpMaker.sealedAndSigned(bytes("gate open"), SPOC, POLICE));
        String clear = new String(PgpMaker.clearSigned(bytes("Please begin."), POLICE), ISO_8859_1);

        for (String body :
                List.of("See below.\r\n" + armored, armored + "\r\nsent from my telephone", armored + armored)) {
            Opened opened = opened(NORTHMERE, "Content-Type: text/plain\r\n\r\n" + body);
            assertThat(opened.findings()).contains(Fault.PARTLY_SEALED);
            assertThat(text(opened)).doesNotContain("gate open");
            assertThat(opened.isDenied()).isTrue();
        }
        for (String body : List.of("Begin at once.\r\n" + clear, clear + "\r\nBegin at once.")) {
            Opened opened = opened(NORTHMERE, "Content-Type: text/plain\r\n\r\n" + body);
            assertThat(opened.findings()).contains(Fault.PARTLY_SIGNED);
            assertThat(opened.isVerified()).isFalse();
        }
    }

    @Test
    void a_sealed_part_beside_others_is_never_opened() {
        String sealed = mime(PgpMaker.sealed(bytes(INNER), SPOC));
        for (String around : List.of("mixed", "alternative", "related")) {
            Opened opened = opened(
                    NORTHMERE,
                    "Content-Type: multipart/" + around + "; boundary=out\r\n\r\n--out\r\n\r\nread me\r\n--out\r\n"
                            + sealed + "\r\n--out--\r\n");
            assertThat(opened.wasSealed()).isFalse();
            assertThat(opened.isDenied()).isTrue();
            assertThat(text(opened)).doesNotContain("Please begin");
        }
    }

    @Test
    void nothing_sealed_is_opened_below_a_broken_signature() {
        String outside = signed(mime(PgpMaker.sealed(bytes(INNER), SPOC)), POLICE);

        assertThat(opened(NORTHMERE, outside).isVerified()).isTrue();
        assertThat(envelopes.open(bytes(mail(NORTHMERE, outside.replace("Version: 1", "Version:  1"))), PINS))
                .isEqualTo(new Unopened(Fault.BROKEN_OUTSIDE));
    }

    @Test
    void what_exchange_makes_of_it_is_read_as_if_it_were_right() {
        String armored = PgpMaker.message(PgpMaker.sealedAndSigned(bytes(INNER), SPOC, POLICE));
        String mangled = """
                Content-Type: multipart/mixed; boundary=ex

                --ex
                Content-Type: text/plain


                --ex
                Content-Type: application/pgp-encrypted; name="PGPMIME version identification"
                Content-Transfer-Encoding: base64

                VmVyc2lvbjogMQ0K
                --ex
                Content-Type: application/octet-stream; name="encrypted.asc"
                Content-Transfer-Encoding: base64

                %s
                --ex--
                """.formatted(Base64.getMimeEncoder().encodeToString(bytes(armored)))
                .replace("\n", "\r\n")
                .replace("\r\r", "\r");

        assertThat(opened(NORTHMERE, mangled).isVerified()).isTrue();
        assertThat(opened(NORTHMERE, mangled.replace("text/plain\r\n\r\n", "text/plain\r\n\r\nread me"))
                        .wasSealed())
                .isFalse();
    }

    @Test
    void each_way_to_fail_has_its_code() {
        byte[] literal = PgpMaker.literal(bytes(INNER));

        assertThat(fault(mime(PgpMaker.sealed(bytes(INNER), STRANGER)))).isEqualTo(Fault.RECIPIENT);
        assertThat(fault(mime(PgpMaker.container(literal, SPOC, false, false)))).isEqualTo(Fault.PGP_UNPROTECTED);
        byte[] damaged = PgpMaker.sealed(bytes(INNER), SPOC);
        damaged[damaged.length - 1] ^= 1;
        assertThat(fault(mime(damaged))).isEqualTo(Fault.DAMAGED);
        assertThat(fault(mime(bytes("no packets")))).isEqualTo(Fault.DAMAGED);
        byte[] bomb = PgpMaker.compressed(PgpMaker.literal(new byte[30_000_000]));
        assertThat(fault(mime(bomb))).isEqualTo(Fault.TOO_LARGE);
        String mime = mime(damaged);
        assertThat(fault(mime.replace("--enc--", "--enc\r\n\r\nmore\r\n--enc--")))
                .isEqualTo(Fault.DAMAGED);
    }

    private static PinnedOpenPgpKey pin(String address, PGPSecretKeyRing key) {
        String print = java.util.HexFormat.of().formatHex(key.getPublicKey().getFingerprint());
        return new PinnedOpenPgpKey(new MailAddress(address), new OpenPgpKey(print, PgpMaker.armored(key)));
    }

    private static Fault fault(String entity) {
        return ((Unopened) envelopes.open(bytes(mail(NORTHMERE, entity)), PINS)).fault();
    }

    private static Opened opened(String from, String entity) {
        Opening opening = envelopes.open(bytes(mail(from, entity)), PINS);
        if (opening instanceof Opened opened) {
            return opened;
        }
        throw new AssertionError("not opened: " + opening);
    }

    private static String mail(String from, String entity) {
        return "From: " + from
                + "\r\nTo: channel.spoc@brackenford.gov.uk\r\nSubject: T.R. 2001\r\nMIME-Version: 1.0\r\n" + entity;
    }

    private static String mime(byte[] message) {
        return "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=enc\r\n\r\n--enc\r\n"
                + "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--enc\r\nContent-Type: application/octet-stream\r\n\r\n"
                + PgpMaker.message(message).replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n--enc--\r\n";
    }

    private static String signed(String entity, PGPSecretKeyRing by) {
        String signature = new String(PgpMaker.beside(bytes(entity), by), ISO_8859_1);
        return "Content-Type: multipart/signed; micalg=pgp-sha512; protocol=\"application/pgp-signature\"; boundary=sig\r\n\r\n--sig\r\n"
                + entity + "\r\n--sig\r\nContent-Type: application/pgp-signature\r\n\r\n"
                + signature.replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n--sig--\r\n";
    }

    private static String text(Opened opened) {
        return new String(opened.content().bytes(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
