package org.spocgateway.envelope.openpgp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.generation.type.rsa.RsaLength;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.key.util.RevocationAttributes;

class SignaturesTest {
    private static final byte[] TEXT = "Content-Type: text/plain\r\n\r\nPlease begin.\r\n".getBytes(UTF_8);
    private static final PGPSecretKeyRing NORTHMERE = PgpMaker.person("prevent.referrals@northmere.police.uk");
    private static final PGPSecretKeyRing WHITLOCK = PgpMaker.person("imran.whitlock@northmere.police.uk");
    private static final PinnedKeys PINS =
            PinnedKeys.NONE.with(PgpMaker.armored(WHITLOCK), false).with(PgpMaker.armored(NORTHMERE), true);
    private static final Clock NOW = Clock.systemUTC();

    @Test
    void a_signature_beside_its_content_is_valid_by_the_pinned_key_of_the_sender_only() {
        assertThat(beside(NORTHMERE, PINS)).isEqualTo(Judgement.VALID);
        assertThat(beside(WHITLOCK, PINS)).isEqualTo(Judgement.OTHER_SENDER);
        assertThat(beside(PgpMaker.person("prevent.referrals@northmere.police.uk"), PINS))
                .isEqualTo(Judgement.UNKNOWN_KEY);
        assertThat(beside(NORTHMERE, PinnedKeys.NONE)).isEqualTo(Judgement.UNKNOWN_KEY);
    }

    @Test
    void a_changed_byte_of_content_is_wrong() {
        byte[] signature = PgpMaker.beside(TEXT, NORTHMERE);
        for (int at = 0; at < TEXT.length; at++) {
            byte[] changed = TEXT.clone();
            changed[at] ^= 1;
            assertThat(pgp(NOW).beside(changed, signature, PINS).judgement()).isEqualTo(Judgement.WRONG);
        }
    }

    @Test
    void a_changed_byte_of_the_signature_never_makes_another_valid_one() {
        byte[] signature =
                Armor.whole(PgpMaker.beside(TEXT, NORTHMERE)).orElseThrow().data();
        List<Integer> valid = new ArrayList<>();
        for (int at = 0; at < signature.length; at++) {
            byte[] changed = signature.clone();
            changed[at] ^= 4;
            if (pgp(NOW).beside(TEXT, changed, PINS).judgement() == Judgement.VALID) {
                valid.add(at);
            }
        }
        // the issuer's key identifier and the length of what is not hashed are hints, no part of the proof
        assertThat(valid).hasSizeLessThan(12);
        assertThat(pgp(NOW).beside(TEXT, TEXT, PINS).judgement()).isEqualTo(Judgement.WRONG);
        assertThat(pgp(NOW).beside(TEXT, new byte[0], PINS).judgement()).isEqualTo(Judgement.WRONG);
    }

    @Test
    void two_signatures_prove_nothing() {
        assertThat(judged(PgpMaker.signed(TEXT, NORTHMERE, WHITLOCK))).isEqualTo(Judgement.SEVERAL);
        assertThat(judged(PgpMaker.signed(TEXT, NORTHMERE))).isEqualTo(Judgement.VALID);
    }

    @Test
    void outdated_methods_prove_nothing() throws PGPException {
        PGPSecretKeyRing rsa = PGPainless.generateKeyRing().simpleRsaKeyRing("x <x@y.example>", RsaLength._2048);
        PinnedKeys pins = PinnedKeys.NONE.with(PgpMaker.armored(rsa), true);
        byte[] good = PgpMaker.beside(TEXT, rsa);
        byte[] sha1 = PgpMaker.beside(TEXT, rsa, SigningOptions.get().overrideHashAlgorithm(HashAlgorithm.SHA1));

        assertThat(pgp(NOW).beside(TEXT, good, pins).judgement()).isEqualTo(Judgement.VALID);
        assertThat(pgp(NOW).beside(TEXT, sha1, pins).judgement()).isEqualTo(Judgement.WEAK_DIGEST);
        assertThat(pgp(NOW).beside(new byte[1], sha1, pins).judgement()).isEqualTo(Judgement.WRONG);
        PGPSecretKeyRing small = Small.key();
        PinnedKeys smallPins = PinnedKeys.NONE.with(PgpMaker.armored(small), true);
        assertThat(pgp(NOW).beside(TEXT, Small.signature(TEXT, small), smallPins)
                        .judgement())
                .isEqualTo(Judgement.WEAK_KEY);
    }

    @Test
    void keys_are_asked_for_then_and_now() throws PGPException {
        PGPSecretKeyRing short1 = PGPainless.modifyKeyRing(PgpMaker.person("x@y.example"))
                .setExpirationDate(
                        Date.from(Instant.now().plus(Duration.ofDays(30))), SecretKeyRingProtector.unprotectedKeys())
                .done();
        byte[] signature = PgpMaker.beside(TEXT, short1);
        PinnedKeys pins = PinnedKeys.NONE.with(PgpMaker.armored(short1), true);
        PGPSecretKeyRing revoked = PGPainless.modifyKeyRing(short1)
                .revoke(
                        SecretKeyRingProtector.unprotectedKeys(),
                        RevocationAttributes.createKeyRevocation()
                                .withReason(RevocationAttributes.Reason.KEY_COMPROMISED)
                                .withoutDescription())
                .done();

        assertThat(pgp(NOW).beside(TEXT, signature, pins).judgement()).isEqualTo(Judgement.VALID);
        assertThat(pgp(in(Duration.ofDays(31))).beside(TEXT, signature, pins).judgement())
                .isEqualTo(Judgement.EXPIRED);
        assertThat(pgp(in(Duration.ofDays(-2))).beside(TEXT, signature, pins).judgement())
                .isEqualTo(Judgement.AHEAD);
        PinnedKeys withdrawn = PinnedKeys.NONE.with(PgpMaker.armored(revoked), true);
        assertThat(pgp(NOW).beside(TEXT, signature, withdrawn).judgement()).isEqualTo(Judgement.REVOKED);
    }

    @Test
    void a_clear_signed_text_is_valid_and_shown_without_its_marks() {
        byte[] text = "Please begin.\r\n- with T.R. 2001\r\n-----------\r\nDS Whitlock".getBytes(UTF_8);
        String signed = new String(PgpMaker.clearSigned(text, NORTHMERE), ISO_8859_1);

        assertThat(signed).contains("- -----------");
        Opened opened = clear(signed).orElseThrow();
        assertThat(opened.mark().judgement()).isEqualTo(Judgement.VALID);
        assertThat(new String(opened.content(), UTF_8))
                .contains("\r\n-----------\r\n")
                .doesNotContain("PGP");
        assertThat(clear(signed.replace("\r\n", "\n").replace("\n", "\r\n"))
                        .orElseThrow()
                        .mark()
                        .judgement())
                .isEqualTo(Judgement.VALID);
        assertThat(clear(signed.replace("begin", "bogin")).orElseThrow().mark().judgement())
                .isEqualTo(Judgement.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\nComment: begin at once\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\nBegin at once.\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512 begin at once\n",
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\u000b\n"
            })
    void words_before_what_is_signed_are_no_headers(String start) {
        String signed = new String(PgpMaker.clearSigned("Please wait.".getBytes(UTF_8), NORTHMERE), ISO_8859_1)
                .replace("\r\n", "\n");
        String spoofed = start + signed.substring(signed.indexOf("\n\n") + 1);

        assertThatThrownBy(() -> clear(spoofed)).isInstanceOf(Refusal.class);
    }

    @Test
    void words_around_a_clear_signed_text_spoil_it() {
        String signed = new String(PgpMaker.clearSigned("Please wait.".getBytes(UTF_8), NORTHMERE), ISO_8859_1);

        assertThat(clear("Begin at once.\r\n" + signed)).isEmpty();
        assertThatThrownBy(() -> clear(signed + "\r\nBegin at once.")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> clear(signed + signed)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> clear(signed.replace("Please wait.", "Please wait.\r\n-Begin")))
                .isInstanceOf(Refusal.class);
    }

    private static Judgement beside(PGPSecretKeyRing by, PinnedKeys pins) {
        return pgp(NOW).beside(TEXT, PgpMaker.beside(TEXT, by), pins).judgement();
    }

    private static Judgement judged(byte[] message) {
        return pgp(NOW).open(message, Optional.empty(), PINS).mark().judgement();
    }

    private static Optional<Opened> clear(String text) {
        return pgp(NOW).text(text.getBytes(ISO_8859_1), PINS);
    }

    private static OpenPgp pgp(Clock clock) {
        return new OpenPgp(SecretKeys.NONE, Bounds.of(5_000_000), clock);
    }

    private static Clock in(Duration later) {
        return Clock.offset(NOW, later);
    }
}
