package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;

/** Content above 4 MB comes out before its tag is seen: none of it may stay where the tag, the padding or the signature is wrong. */
class LargeTamperTest {
    /** What ends a structure of indefinite length. */
    private static final int CBC_ENDS = 10;

    private static final int GCM_ENDS = 6;
    private static final byte[] GCM = mail(false);
    private static final byte[] CBC = mail(true);

    static Stream<Arguments> changes() {
        int gcm = der(GCM).length;
        int cbc = der(CBC).length;
        return Stream.of(
                Arguments.of("GCM, near the start", GCM, 4000),
                Arguments.of("GCM, in the middle", GCM, gcm / 2),
                Arguments.of("GCM, in the tag", GCM, gcm - GCM_ENDS - 1),
                Arguments.of("CBC, near the start", CBC, 4000),
                Arguments.of("CBC, in the middle", CBC, cbc / 2),
                Arguments.of("CBC, in the padding", CBC, cbc - CBC_ENDS - 1 - 16));
    }

    @Test
    void an_unchanged_one_is_verified_and_kept_once() {
        for (byte[] mail : List.of(GCM, CBC)) {
            var spool = new Watched();

            Opened opened = (Opened) open(mail, spool);

            assertThat(opened.isVerified()).as("%s", opened.findings()).isTrue();
            assertThat(spool.kept).isEqualTo(1);
            assertThat(spool.dropped).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void one_changed_byte_is_damage_or_a_broken_signature_and_never_verified(String where, byte[] mail, int at) {
        var spool = new Watched();

        Opening opening = open(changed(mail, at), spool);

        boolean isCaughtByTheCipher = !where.startsWith("CBC") || where.endsWith("padding");
        if (isCaughtByTheCipher) {
            assertThat(opening).isEqualTo(new Unopened(Fault.DAMAGED));
            assertThat(Fault.DAMAGED.answer()).isEqualTo("SEALED");
            assertThat(spool.dropped).isEqualTo(1);
            assertThat(spool.kept).isZero();
        } else {
            Opened opened = (Opened) opening;
            assertThat(opened.signature()).isNotEqualTo(Signature.VALID);
            assertThat(opened.integrity()).isFalse();
            assertThat(opened.findings()).contains(Fault.OPEN_CBC);
            assertThat(opened.isVerified()).isFalse();
            assertThat(opened.isDenied()).isTrue();
        }
    }

    @Test
    void a_message_that_was_cut_short_is_damage_too() {
        for (byte[] mail : List.of(GCM, CBC)) {
            var spool = new Watched();
            byte[] der = der(mail);

            Opening opening = open(with(mail, java.util.Arrays.copyOf(der, der.length / 4 * 3)), spool);

            assertThat(opening).isEqualTo(new Unopened(Fault.DAMAGED));
            assertThat(spool.kept).isZero();
        }
    }

    private static Opening open(byte[] mail, Spool spool) {
        return World.ENVELOPES.open(Content.of(mail), World.PINS, spool, List.of());
    }

    private static byte[] mail(boolean old) {
        byte[] file = new byte[4_500_000];
        new java.util.Random(20261124).nextBytes(file);
        MailMaker mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("T.R. 2001")
                .text("The recording is attached.")
                .attach("recording.mp4", "video/mp4", file)
                .signedBy(World.PKI.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026));
        return (old ? mail.old() : mail).bytes();
    }

    private static byte[] der(byte[] mail) {
        return Base64.getMimeDecoder().decode(new String(mail, bodyOf(mail), mail.length - bodyOf(mail), ISO_8859_1));
    }

    private static int bodyOf(byte[] mail) {
        return new String(mail, 0, 4096, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    private static byte[] changed(byte[] mail, int at) {
        byte[] der = der(mail);
        der[at] ^= (byte) 0x80;
        return with(mail, der);
    }

    private static byte[] with(byte[] mail, byte[] der) {
        var out = new ByteArrayOutputStream();
        out.write(mail, 0, bodyOf(mail));
        out.writeBytes(Base64.getMimeEncoder().encode(der));
        return out.toByteArray();
    }

    /** Counts what becomes of drafts. */
    private static final class Watched implements Spool {
        private final Spool memory = Spool.inMemory();
        private int kept;
        private int dropped;

        @Override
        public Draft begin() {
            Draft draft = memory.begin();
            return new Draft() {
                @Override
                public OutputStream out() {
                    return draft.out();
                }

                @Override
                public Content keep() {
                    kept++;
                    return draft.keep();
                }

                @Override
                public void drop() {
                    dropped++;
                    draft.drop();
                }
            };
        }
    }
}
