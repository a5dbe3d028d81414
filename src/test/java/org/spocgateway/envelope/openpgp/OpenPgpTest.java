package org.spocgateway.envelope.openpgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPgpTest {
    private static final byte[] TEXT = "Content-Type: text/plain\r\n\r\nPlease begin.\r\n".getBytes(UTF_8);
    private static final PGPSecretKeyRing SPOC = PgpMaker.person("channel.spoc@brackenford.gov.uk");
    private static final PGPSecretKeyRing SPOC_6 = PgpMaker.modern("channel.spoc@brackenford.gov.uk");
    private static final PGPSecretKeyRing NORTHMERE = PgpMaker.person("prevent.referrals@northmere.police.uk");
    private static final PGPSecretKeyRing NORTHMERE_6 = PgpMaker.modern("prevent.referrals@northmere.police.uk");
    private static final PinnedKeys PINS =
            PinnedKeys.NONE.with(PgpMaker.armored(NORTHMERE), true).with(PgpMaker.armored(NORTHMERE_6), true);

    @TempDir
    static Path folder;

    private static OpenPgp pgp;

    @BeforeAll
    static void keys() {
        SecretKeys ours = SecretKeys.all(
                List.of(PgpMaker.ours("spoc-pgp-4", SPOC, folder), PgpMaker.ours("spoc-pgp-6", SPOC_6, folder)));
        pgp = new OpenPgp(ours, Bounds.of(5_000_000), Clock.systemUTC());
    }

    @Test
    void a_sealed_and_signed_message_opens_and_is_valid() {
        Opened opened = open(PgpMaker.sealedAndSigned(TEXT, SPOC, NORTHMERE));

        assertThat(opened.content()).isEqualTo(TEXT);
        assertThat(opened.key()).contains("spoc-pgp-4");
        assertThat(opened.cipher()).contains("AES-256-MDC");
        assertThat(opened.mark().judgement()).isEqualTo(Judgement.VALID);
        assertThat(opened.mark().algorithm()).isEqualTo("SHA-512withEdDSA");
        assertThat(opened.mark().fingerprint())
                .hasValueSatisfying(print -> assertThat(print).hasSize(40));
    }

    @Test
    void version_6_with_its_authenticated_cipher_opens_and_is_valid() {
        Opened opened = open(PgpMaker.modernSealedAndSigned(TEXT, SPOC_6, NORTHMERE_6));

        assertThat(opened.content()).isEqualTo(TEXT);
        assertThat(opened.key()).contains("spoc-pgp-6");
        assertThat(opened.cipher().orElseThrow()).startsWith("AES-").endsWith("-OCB");
        assertThat(opened.mark().judgement()).isEqualTo(Judgement.VALID);
        assertThat(opened.mark().fingerprint())
                .hasValueSatisfying(print -> assertThat(print).hasSize(64));
    }

    @Test
    void the_ocb_container_of_gnupg_opens_and_bare_encryption_does_not() {
        byte[] literal = PgpMaker.literal(TEXT);

        assertThat(open(PgpMaker.container(literal, SPOC, true, true)).cipher()).contains("AES-256-OCB");
        assertThat(open(PgpMaker.container(literal, SPOC, true, false)).content())
                .isEqualTo(TEXT);
        refused(Refusal.Why.INTEGRITY, PgpMaker.container(literal, SPOC, false, false));
    }

    @Test
    void unsigned_and_unsealed_messages_say_so() {
        assertThat(open(PgpMaker.sealed(TEXT, SPOC)).mark().judgement()).isEqualTo(Judgement.NONE);
        Opened signed = open(PgpMaker.signed(TEXT, NORTHMERE));
        assertThat(signed.key()).isEmpty();
        assertThat(signed.mark().judgement()).isEqualTo(Judgement.VALID);
        refused(Refusal.Why.RECIPIENT, PgpMaker.sealed(TEXT, NORTHMERE));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void no_changed_byte_and_no_cut_lets_anything_out(int kind) {
        byte[] good = kind == 4
                ? PgpMaker.sealed(TEXT, SPOC)
                : kind == 5
                        ? PgpMaker.container(PgpMaker.literal(TEXT), SPOC, true, true)
                        : PgpMaker.modernSealedAndSigned(TEXT, SPOC_6, NORTHMERE_6);
        List<Integer> open = new ArrayList<>();
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= (byte) (1 << (at % 8));
            if (opens(changed) || opens(Arrays.copyOf(good, at))) {
                open.add(at);
            }
        }
        // the names of the recipient's key and of its algorithm are no part of what is sealed
        assertThat(open).allMatch(at -> at < 60, "within the recipient's packet");
        assertThat(open).as("a hidden recipient at most").hasSizeLessThan(4);
    }

    @Test
    void compression_ends_somewhere() {
        byte[] deep = PgpMaker.literal(TEXT);
        for (int i = 0; i < 8; i++) {
            deep = PgpMaker.compressed(deep);
        }
        assertThat(open(deep).content()).isEqualTo(TEXT);
        refused(Refusal.Why.TOO_LARGE, PgpMaker.compressed(deep));

        byte[] bomb = PgpMaker.compressed(PgpMaker.literal(new byte[4_900_000]));
        assertThat(bomb.length).isLessThan(6_000);
        refused(Refusal.Why.TOO_LARGE, bomb);
        for (int algorithm : new int[] {0, 1, 2, 3}) {
            assertThat(open(PgpMaker.compressed(PgpMaker.literal(TEXT), algorithm))
                            .content())
                    .isEqualTo(TEXT);
        }
    }

    @Test
    void packets_that_make_no_message_are_refused() {
        byte[] literal = PgpMaker.literal(TEXT);
        byte[] sealed = PgpMaker.sealed(TEXT, SPOC);

        refused(Refusal.Why.MALFORMED, joined(literal, literal));
        refused(Refusal.Why.MALFORMED, joined(sealed, literal));
        refused(Refusal.Why.MALFORMED, joined(literal, sealed));
        refused(Refusal.Why.MALFORMED, joined(PgpMaker.signed(TEXT, NORTHMERE), literal));
        refused(Refusal.Why.MALFORMED, PgpMaker.container(sealed, SPOC, true, false));
        refused(Refusal.Why.MALFORMED, new byte[0]);
        refused(Refusal.Why.MALFORMED, TEXT);
        byte[] claims = {(byte) 0xcb, (byte) 0xff, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 'b'};
        refused(Refusal.Why.MALFORMED, claims);
        byte[] many = new byte[300];
        for (int i = 0; i < 100; i++) {
            many[3 * i] = (byte) 0xca;
            many[3 * i + 1] = 1;
        }
        refused(Refusal.Why.TOO_LARGE, many);
    }

    @Test
    void versions_from_the_future_have_their_own_word() {
        byte[] sealed = PgpMaker.container(PgpMaker.literal(TEXT), SPOC, true, false);
        int container = 0;
        for (Packet each : Packets.of(sealed, 9)) {
            container = each.isSealed() ? each.to() - each.body().length : container;
        }
        sealed[container] = 3;

        refused(Refusal.Why.VERSION, sealed);
    }

    @Test
    void armour_must_be_whole() {
        String armored = PgpMaker.message(PgpMaker.sealed(TEXT, SPOC));

        assertThat(text(armored)).isPresent();
        assertThat(text("\r\n " + "\r\n" + armored + "\r\n\r\n")).isPresent();
        assertThat(text("Please read:\r\n" + armored)).isEmpty();
        assertThat(text(armored + "\r\nand begin")).isEmpty();
        assertThat(text(armored + armored)).isEmpty();
        assertThat(text(" " + armored)).isEmpty();
        assertThat(text("no armour")).isEmpty();
        assertThatThrownBy(() -> text(armored.replace("-----END PGP MESSAGE-----", "")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> text(armored.replaceFirst("\\n\\r?\\n", "\n\nnot base 64!\n")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> text(armored.replaceFirst("\\n\\r?\\n", "\n<p>\n\n")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void our_keys_are_kept_for_as_long_as_mail_is() {
        var later = new OpenPgp(
                PgpMaker.ours("spoc-pgp-4", SPOC, folder),
                Bounds.of(5_000_000),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(4000)));

        assertThat(later.open(PgpMaker.sealed(TEXT, SPOC), Optional.empty(), PINS)
                        .content())
                .isEqualTo(TEXT);
    }

    private static Opened open(byte[] message) {
        return pgp.open(message, Optional.empty(), PINS);
    }

    private static Optional<Opened> text(String text) {
        return pgp.text(text.getBytes(UTF_8), PINS);
    }

    private static boolean opens(byte[] message) {
        try {
            open(message);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private static void refused(Refusal.Why why, byte[] message) {
        assertThatThrownBy(() -> open(message))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }
}
