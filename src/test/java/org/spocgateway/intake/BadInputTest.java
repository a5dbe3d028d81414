package org.spocgateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.envelope.Fault;
import org.spocgateway.terms.InboundId;

/** One bad message is kept with its bytes, a code and a next step, and the next one goes on (rule R32). */
class BadInputTest {
    private static IntakeWorld world;

    @BeforeAll
    static void open() {
        world = new IntakeWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    static Stream<Arguments> quarantined() {
        return Stream.of(
                one(
                        "a header without end",
                        "a: b\r\n".repeat(1001).getBytes(StandardCharsets.US_ASCII),
                        "OPEN-TOO-LARGE"),
                one("501 parts", parts(501), "OPEN-TOO-LARGE"),
                one("300 parts in parts", depth(300), "OPEN-TOO-LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quarantined")
    void a_message_that_cannot_be_read_is_quarantined_and_the_next_goes_on(String name, byte[] raw, String code) {
        InboundId bad = world.accepted(raw);
        InboundId next = world.accepted(good().bytes());
        world.work();

        Inbound kept = world.find(bad);
        assertThat(kept.state()).as(name).isEqualTo(InboundState.QUARANTINED);
        assertThat(kept.fault().map(Fault::code)).as(name).contains(code);
        assertThat(kept.fault().orElseThrow().nextStep()).isNotBlank();
        assertThat(world.raw(bad)).as("its bytes are kept").isEqualTo(raw);
        assertThat(world.find(next).state()).isEqualTo(InboundState.WAITING);
    }

    @Test
    void a_changed_certificate_of_a_known_sender_stays_with_the_message_and_is_not_shown_as_the_senders() {
        var changed = IntakeWorld.PKI.stranger("Northmere Prevent", MailMaker.NORTHMERE);
        InboundId id = world.accepted(good().signedBy(changed).bytes());
        world.work();

        Inbound kept = world.find(id);

        assertThat(kept.codes()).contains(Fault.CHANGED_CERTIFICATE);
        assertThat(kept.verified()).isFalse();
        assertThat(kept.signatureWord()).contains("unverified");
        assertThat(kept.signer().orElseThrow().pem()).startsWith("-----BEGIN CERTIFICATE-----");
    }

    static Stream<Arguments> unopened() {
        return Stream.of(
                one(
                        "sealed to a key that is not ours",
                        good().sealedTo(IntakeWorld.PKI.certificate(DemonstrationPki.LARKHILL))
                                .bytes(),
                        "OPEN-RECIPIENT"),
                one("larger than we accept", large(), "OPEN-TOO-LARGE"),
                one("sealed, then damaged", damaged(), "OPEN-DAMAGED"),
                one(
                        "Microsoft wrapper",
                        good().attach("message.rpmsg", "application/x-microsoft-rpmsg-message", new byte[9])
                                .bytes(),
                        "OPEN-MICROSOFT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unopened")
    void a_message_that_cannot_be_opened_is_sorted_by_its_looks_and_waits(String name, byte[] raw, String code) {
        InboundId closed = world.accepted(raw);
        InboundId next = world.accepted(good().bytes());
        world.work();

        Inbound kept = world.find(closed);
        assertThat(kept.state()).as(name).isEqualTo(InboundState.WAITING);
        assertThat(kept.fault().map(Fault::code)).as(name).contains(code);
        assertThat(kept.classified().orElseThrow().kind().fromPolice()).isTrue();
        assertThat(world.raw(closed)).isEqualTo(raw);
        assertThat(world.find(next).state()).isEqualTo(InboundState.WAITING);
    }

    @Test
    void odd_but_readable_mail_is_not_refused() {
        List<byte[]> odd = List.of(
                Base64.getDecoder().decode("IAcKIPAK"), // crashes Jakarta Mail (mail-api issue 827)
                "".getBytes(StandardCharsets.UTF_8),
                "\r\n".getBytes(StandardCharsets.UTF_8),
                "From: x\r\nFrom: y\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                "Content-Type: text/plain; charset=no-such\r\n\r\n\u00ff".getBytes(StandardCharsets.ISO_8859_1),
                "Content-Type: multipart/mixed\r\n\r\nno boundary".getBytes(StandardCharsets.UTF_8),
                "Content-Transfer-Encoding: base64\r\n\r\n%%%".getBytes(StandardCharsets.UTF_8));
        List<InboundId> ids = odd.stream().map(world::accepted).toList();
        world.work();

        assertThat(ids)
                .extracting(id -> world.find(id).state())
                .allSatisfy(state -> assertThat(state).isIn(InboundState.WAITING, InboundState.QUARANTINED));
    }

    private static Arguments one(String name, byte[] raw, String code) {
        return Arguments.of(name, raw, code);
    }

    private static MailMaker good() {
        return MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("Secure document")
                .arrivedWell()
                .text("Hello.");
    }

    private static byte[] parts(int count) {
        String head = "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        return (head + "--b\r\n\r\nx\r\n".repeat(count) + "--b--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] depth(int levels) {
        var mail = new StringBuilder("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int level = 1; level <= levels; level++) {
            mail.append("--b").append(level - 1);
            mail.append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\r\n\r\n");
        }
        return mail.append("--b")
                .append(levels)
                .append("\r\n\r\nx\r\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One byte more than the limit of this test's envelopes. */
    private static byte[] large() {
        byte[] mail = new byte[IntakeWorld.MOST_BYTES + 1];
        java.util.Arrays.fill(mail, (byte) 'x');
        byte[] head = ("From: " + MailMaker.NORTHMERE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, mail, 0, head.length);
        return mail;
    }

    private static byte[] damaged() {
        byte[] mail = good().sealedTo(IntakeWorld.PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        int at = text.length() - 60;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
