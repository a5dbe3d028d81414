package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.envelope.World.PKI;
import static org.spocgateway.envelope.World.open;
import static org.spocgateway.envelope.World.opened;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;

class EnvelopesTest {
    private static final String TEXT =
            "Checks on T.R. 2001 are complete. Content for information gathering to commence.";

    @ParameterizedTest
    @CsvSource({
        "northmere-prevent-referrals, prevent.referrals@northmere.police.uk, spoc-2026, false",
        "northmere-prevent-referrals, prevent.referrals@northmere.police.uk, spoc-2025, true",
        "northmere-whitlock, imran.whitlock@northmere.police.uk, spoc-2026, true",
        "larkhill-safeguarding, larkhill.safeguarding@nhs.net, spoc-2025, false"
    })
    void signed_then_sealed_mail_is_opened_and_verified(String signer, String from, String key, boolean old) {
        MailMaker mail = referral(from).signedBy(PKI.identity(signer)).sealedTo(PKI.certificate(key));

        Opened opened = opened((old ? mail.old() : mail).bytes());

        assertThat(ReadMail.of(opened.content()).text()).isEqualTo(TEXT);
        assertThat(opened.key()).contains(key);
        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.bound()).isTrue();
        assertThat(opened.pinned()).isTrue();
        assertThat(opened.integrity()).isTrue();
        assertThat(opened.layers())
                .extracting(Layer::kind)
                .containsExactly(old ? "enveloped" : "auth-enveloped", "signed");
        assertThat(opened.layers().get(0).algorithm()).isEqualTo(old ? "AES-256-CBC" : "AES-256-GCM");
    }

    @Test
    void a_mail_sealed_to_several_is_opened_with_the_key_that_is_ours() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .sealedTo(
                        PKI.certificate(DemonstrationPki.LARKHILL),
                        PKI.certificate(DemonstrationPki.NORTHMERE),
                        PKI.certificate(DemonstrationPki.SPOC_2025))
                .bytes();

        assertThat(opened(mail).key()).contains("spoc-2025");
    }

    @Test
    void an_elliptic_key_of_ours_opens_too() {
        var ring = new KeyRing(List.of(World.ours(DemonstrationPki.LARKHILL)));
        var envelopes = new Envelopes(ring, List.of(PKI.smimeAuthority()), Limits.USUAL, java.time.Clock.systemUTC());
        MailMaker mail = referral(MailMaker.NORTHMERE).sealedTo(PKI.certificate(DemonstrationPki.LARKHILL));

        assertThat(((Opened) envelopes.open(mail.bytes(), World.PINS)).key()).contains("larkhill-safeguarding");
        assertThat(((Opened) envelopes.open(mail.old().bytes(), World.PINS)).key())
                .contains("larkhill-safeguarding");
    }

    @Test
    void plain_mail_comes_back_as_it_is() {
        byte[] mail = referral(MailMaker.NORTHMERE).bytes();

        Opened opened = opened(mail);

        assertThat(opened.content().bytes()).isEqualTo(mail);
        assertThat(opened.signature()).isEqualTo(Signature.NONE);
        assertThat(opened.layers()).isEmpty();
        assertThat(opened.wasSealed()).isFalse();
        assertThat(opened.bound()).isFalse();
    }

    @Test
    void gcm_proves_itself_and_cbc_without_a_signature_does_not() {
        MailMaker mail = referral(MailMaker.NORTHMERE).sealedTo(PKI.certificate(DemonstrationPki.SPOC_2026));

        assertThat(opened(mail.bytes()).integrity()).isTrue();
        assertThat(opened(mail.old().bytes()).integrity()).isFalse();
        assertThat(opened(mail.old().bytes()).signature()).isEqualTo(Signature.NONE);
    }

    @Test
    void a_signature_around_a_sealed_layer_proves_nothing_about_what_is_inside() {
        byte[] sealed = referral(MailMaker.NORTHMERE)
                .sealedTo(PKI.certificate(DemonstrationPki.SPOC_2026))
                .old()
                .bytes();
        byte[] entity = Arrays.copyOfRange(sealed, indexOf(sealed, "Content-Type"), sealed.length);
        byte[] around =
                new Sealing(World.ours(DemonstrationPki.NORTHMERE), new java.security.SecureRandom()).sign(entity);

        Opened opened = opened(join("From: " + MailMaker.NORTHMERE + "\r\n", around));

        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.integrity()).isFalse();
    }

    @Test
    void one_changed_bit_anywhere_in_gcm_is_damage_and_nothing_comes_out() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .sealedTo(PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();
        int start = indexOf(mail, "\r\n\r\n") + 4;
        byte[] cms = Base64.getMimeDecoder().decode(Arrays.copyOfRange(mail, start, mail.length));
        var random = new Random(20261124);
        for (int i = 0; i < 200; i++) {
            byte[] changed = cms.clone();
            changed[random.nextInt(cms.length)] ^= (byte) (1 << random.nextInt(8));
            Opening opening = open(join(
                    new String(mail, 0, start, StandardCharsets.US_ASCII),
                    Base64.getMimeEncoder().encode(changed)));
            if (opening instanceof Opened opened) {
                assertThat(ReadMail.of(opened.content()).text()).isEqualTo(TEXT);
            } else {
                assertThat(((Unopened) opening).fault())
                        .isIn(Fault.DAMAGED, Fault.RECIPIENT, Fault.ALGORITHM, Fault.NOT_CMS);
            }
        }
        byte[] tag = cms.clone();
        int last = cms.length - 1;
        while (tag[last] == 0) { // the ends of the structures around it
            last--;
        }
        tag[last] ^= 1;
        assertThat(open(join(
                        new String(mail, 0, start, StandardCharsets.US_ASCII),
                        Base64.getMimeEncoder().encode(tag))))
                .isEqualTo(new Unopened(Fault.DAMAGED));
    }

    @Test
    void whatever_is_changed_in_cbc_nothing_but_what_was_signed_is_valid() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .signedBy(PKI.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(PKI.certificate(DemonstrationPki.SPOC_2026))
                .old()
                .bytes();
        int start = indexOf(mail, "\r\n\r\n") + 4;
        byte[] cms = Base64.getMimeDecoder().decode(Arrays.copyOfRange(mail, start, mail.length));
        for (int at = cms.length / 2; at < cms.length; at += 97) {
            byte[] changed = cms.clone();
            changed[at] ^= 4;
            Opening opening = open(join(
                    new String(mail, 0, start, StandardCharsets.US_ASCII),
                    Base64.getMimeEncoder().encode(changed)));
            if (opening instanceof Opened opened && opened.integrity()) {
                assertThat(opened.signature()).isEqualTo(Signature.VALID);
                assertThat(ReadMail.of(opened.content()).text()).isEqualTo(TEXT);
            }
        }
    }

    @Test
    void a_signature_under_another_from_is_valid_but_not_bound() {
        Opened opened = opened(referral("evil@northmere.example")
                .signedBy(PKI.identity(DemonstrationPki.NORTHMERE))
                .bytes());

        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.bound()).isFalse();
        assertThat(opened.pinned()).isFalse();
    }

    @Test
    void two_from_headers_bind_nobody() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .signedBy(PKI.identity(DemonstrationPki.NORTHMERE))
                .bytes();

        Opened opened = opened(join("From: " + MailMaker.NORTHMERE + "\r\n", mail));

        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.bound()).isFalse();
        assertThat(opened.pinned()).isFalse();
    }

    @Test
    void a_certificate_of_the_right_authority_that_the_directory_does_not_pin_is_bound_only() {
        var stranger = PKI.stranger("Northmere Prevent", MailMaker.NORTHMERE);

        Opened opened = opened(referral(MailMaker.NORTHMERE).signedBy(stranger).bytes());

        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.bound()).isTrue();
        assertThat(opened.pinned()).isFalse();
    }

    @Test
    void an_unknown_authority_leaves_the_signature_undetermined() {
        var elsewhere = DemonstrationPki.make(java.nio.file.Path.of("target/test-pki/elsewhere"), "x");

        Opened opened = opened(referral(MailMaker.NORTHMERE)
                .signedBy(elsewhere.identity(DemonstrationPki.NORTHMERE))
                .bytes());

        assertThat(opened.signature()).isEqualTo(Signature.UNDETERMINED);
        assertThat(opened.bound()).isTrue();
        assertThat(opened.pinned()).isFalse();
    }

    @Test
    void changed_text_under_a_signature_is_invalid() {
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .attach("a.txt", "text/x-note", "a".getBytes(StandardCharsets.US_ASCII))
                .signedBy(PKI.identity(DemonstrationPki.NORTHMERE))
                .bytes();
        mail[indexOf(mail, "text/x-note") + 7] ^= 1;

        assertThat(opened(mail).signature()).isEqualTo(Signature.INVALID);
    }

    @Test
    void a_footer_added_around_a_signed_part_leaves_a_mail_without_signature() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .signedBy(PKI.identity(DemonstrationPki.NORTHMERE))
                .bytes();
        byte[] part = Arrays.copyOfRange(mail, indexOf(mail, "Content-Type"), mail.length);
        byte[] around = join(
                "From: " + MailMaker.NORTHMERE + "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", part);

        Opened opened = opened(join(
                new String(around, StandardCharsets.ISO_8859_1),
                "\r\n--x\r\n\r\nfooter\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII)));

        assertThat(opened.signature()).isEqualTo(Signature.NONE);
        assertThat(opened.bound()).isFalse();
    }

    @Test
    void a_sealed_part_beside_clear_parts_is_not_opened_into_them() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .sealedTo(PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();
        byte[] part = Arrays.copyOfRange(mail, indexOf(mail, "Content-Type"), mail.length);
        byte[] around = join(
                "From: " + MailMaker.NORTHMERE
                        + "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<img src=\"http://evil.example/\r\n--x\r\n",
                part);

        Opened opened = opened(around);

        assertThat(opened.wasSealed()).isFalse();
        assertThat(new String(opened.content().bytes(), StandardCharsets.UTF_8)).doesNotContain(TEXT);
    }

    @Test
    void a_key_that_is_not_ours_is_said_to_be_so() {
        byte[] mail = referral(MailMaker.NORTHMERE)
                .sealedTo(PKI.certificate(DemonstrationPki.LARKHILL))
                .bytes();

        var larkhill = PKI.certificate(DemonstrationPki.LARKHILL);
        assertThat(open(mail)).isInstanceOfSatisfying(Unopened.class, unopened -> {
            assertThat(unopened.fault()).isEqualTo(Fault.RECIPIENT);
            assertThat(unopened.recipients())
                    .singleElement()
                    .asString()
                    .matches("ECDH serial " + larkhill.getSerialNumber().toString(16) + " issuer [0-9a-f]{16}");
        });
    }

    @Test
    void too_large_and_strange_mail_is_a_value() {
        assertThat(open(new byte[50_000_001])).isEqualTo(new Unopened(Fault.TOO_LARGE));
        assertThat(open(Base64.getDecoder().decode("IAcKIPAK"))).isInstanceOf(Opened.class);
        assertThat(open("Content-Type: application/pkcs7-mime\r\n\r\nnothing".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Unopened(Fault.NOT_CMS));
    }

    @Test
    void layers_without_end_are_refused() {
        var sealing = new Sealing(World.ours(DemonstrationPki.NORTHMERE), new java.security.SecureRandom());
        byte[] entity = "Content-Type: text/plain\r\n\r\nx".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 21; i++) {
            entity = sealing.seal(entity, false, List.of(PKI.certificate(DemonstrationPki.SPOC_2026)));
        }

        assertThat(open(entity)).isEqualTo(new Unopened(Fault.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: multipart/signed",
                "\r\n\r\n",
                "From: a\r\nContent-Type: multipart/signed; boundary=x\r\n\r\n--x\r\n--x\r\n--x--"
            })
    void strange_bytes_never_throw(String bytes) {
        assertThat(open(bytes.getBytes(StandardCharsets.US_ASCII))).isNotNull();
    }

    private static MailMaker referral(String from) {
        return MailMaker.from(from)
                .to(MailMaker.SPOC)
                .subject("Secure document")
                .text(TEXT);
    }

    private static byte[] join(String head, byte[] tail) {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + tail.length);
        System.arraycopy(tail, 0, all, first.length, tail.length);
        return all;
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
