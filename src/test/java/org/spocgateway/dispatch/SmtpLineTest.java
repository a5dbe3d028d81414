package org.spocgateway.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.directory.NextHop;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Receipt;

class SmtpLineTest {
    private static final TestAuthority AUTHORITY = TestAuthority.named("Relay authority");
    private static final byte[] MAIL = ("From: channel.spoc@brackenford.gov.uk\r\nSubject: MAPLE-5521\r\n\r\n"
                    + ".a line with a dot\r\n..two\r\n.\r\ntrailing blanks  \r\n")
            .getBytes(US_ASCII);

    private final AtomicInteger crossings = new AtomicInteger();
    private final SmtpLine line = new SmtpLine(
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(400)),
            name -> Optional.of("gateway:" + name));

    @Test
    void a_mail_that_is_taken_over_brings_queue_id_and_tls_facts() throws Exception {
        try (var server = faulty(false, Map.of())) {
            Carriage carriage = carry(server.port(), false, MAIL);

            assertThat(carriage).isInstanceOf(Carriage.Accepted.class);
            Evidence evidence = carriage.evidence();
            assertThat(evidence.queueId()).contains("4F2C81A1");
            assertThat(evidence.tlsVersion()).contains("TLSv1.3");
            assertThat(evidence.tlsSuite()).contains("TLS_AES_256_GCM_SHA384");
            assertThat(evidence.peerCertificate().orElseThrow()).matches("[0-9a-f]{64}");
            assertThat(evidence.scope()).isEqualTo("first-hop");
            assertThat(evidence.stage()).isEqualTo("answered");
            assertThat(evidence.code()).isEqualTo(250);
            assertThat(crossings).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_bytes_on_the_wire_are_the_frozen_bytes_with_dots_stuffed(boolean implicitTls) throws Exception {
        try (var server = faulty(implicitTls, Map.of())) {
            assertThat(carry(server.port(), implicitTls, MAIL)).isInstanceOf(Carriage.Accepted.class);

            assertThat(new String(server.messages.get(0), US_ASCII))
                    .isEqualTo(new String(MAIL, US_ASCII).replaceAll("(?m)^\\.", ".."));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MAIL; 451 later; Deferred; envelope; 451",
                "MAIL; 550 no; Rejected; envelope; 550",
                "RCPT; 450 later; Deferred; envelope; 450",
                "RCPT; 550 no such; Rejected; envelope; 550",
                "DATA; 451 later; Deferred; envelope; 451",
                "DATA; 554 no; Rejected; envelope; 554",
                "DATA; FIN; Deferred; envelope; 0",
                "GREETING; 421 busy; Deferred; connect; 0",
                "GREETING; FIN; Deferred; connect; 0",
                "EHLO; FIN; Deferred; connect; 0",
                "EHLO; 421 busy; Deferred; connect; 0",
                "DOT; 452 full; Deferred; answered; 452",
                "DOT; 421 closing; Deferred; answered; 421",
                "DOT; 554 content refused; Rejected; answered; 554",
                "DOT; RST; Uncertain; crossed; 0",
                "DOT; FIN; Uncertain; crossed; 0",
                "DOT; SILENCE; Uncertain; crossed; 0",
                "DOT; 25|CUT; Uncertain; crossed; 0",
                "DOT; 250-|CUT; Uncertain; crossed; 0",
                "DOT; hello there; Uncertain; crossed; 0",
                "DOT; 354 go on; Uncertain; crossed; 354",
            })
    void the_stage_reached_tells_the_outcome(String verb, String reply, String outcome, String stage, int code)
            throws Exception {
        try (var server = faulty(false, Map.of(verb, reply))) {
            Carriage carriage = carry(server.port(), false, MAIL);

            assertThat(carriage.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(carriage.evidence().stage()).isEqualTo(stage);
            assertThat(carriage.evidence().code()).isEqualTo(code);
            assertThat(crossings).hasValue(verb.equals("DOT") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RST", "FIN", "SILENCE", "554 no"})
    void the_outcome_is_told_the_same_way_over_implicit_tls(String reply) throws Exception {
        try (var server = faulty(true, Map.of("DOT", reply))) {
            Class<?> expected = reply.startsWith("5") ? Carriage.Rejected.class : Carriage.Uncertain.class;
            assertThat(carry(server.port(), true, MAIL)).isInstanceOf(expected);
        }
    }

    @Test
    void without_starttls_nothing_but_ehlo_is_said() throws Exception {
        try (var server = faulty(false, Map.of("OFFER", "250-faulty.test\r\n250 AUTH PLAIN LOGIN"))) {
            Carriage carriage = line.carry(hop(server.port(), false, "account"), mail(MAIL), this::cross);

            assertThat(carriage).isInstanceOf(Carriage.Insecure.class);
            assertThat(((Carriage.Insecure) carriage).reason()).isEqualTo("tls-not-offered");
            assertThat(server.commands).allMatch(said -> said.startsWith("EHLO") || said.equals("QUIT"));
            assertThat(crossings).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"454 not now, tls-refused", "FIN, tls-refused"})
    void a_refused_starttls_is_no_safe_line(String reply, String reason) throws Exception {
        try (var server = faulty(false, Map.of("STARTTLS", reply))) {
            assertInsecure(carry(server.port(), false, MAIL), reason, server);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_certificate_of_an_unknown_authority_is_no_safe_line(boolean implicitTls) throws Exception {
        var stranger = TestAuthority.named("Somebody else").server("localhost");
        try (var server = new FaultyServer(stranger, implicitTls, Map.of())) {
            assertInsecure(carry(server.port(), implicitTls, MAIL), "certificate", server);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_certificate_for_another_host_is_no_safe_line(boolean implicitTls) throws Exception {
        try (var server = new FaultyServer(AUTHORITY.server("other.test"), implicitTls, Map.of())) {
            assertInsecure(carry(server.port(), implicitTls, MAIL), "name", server);
        }
    }

    @Test
    void a_protocol_older_than_tls_1_2_is_no_safe_line() throws Exception {
        try (var server = faulty(false, Map.of("PROTOCOL", "TLSv1.1"))) {
            assertInsecure(carry(server.port(), false, MAIL), "protocol", server);
        }
    }

    @Test
    void a_next_hop_without_an_authority_is_not_even_connected_to() throws Exception {
        try (var server = faulty(false, Map.of())) {
            var hop = new NextHop("relay", "localhost", server.port(), false, List.of(), true, "");
            Carriage carriage = line.carry(hop, mail(MAIL), this::cross);

            assertThat(((Carriage.Insecure) carriage).reason()).isEqualTo("no-authority");
            assertThat(server.commands).isEmpty();
        }
    }

    @Test
    void a_system_property_cannot_switch_the_checks_off() throws Exception {
        System.setProperty("mail.smtp.ssl.trust", "*");
        System.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        try (var server = new FaultyServer(AUTHORITY.server("other.test"), false, Map.of())) {
            assertInsecure(carry(server.port(), false, MAIL), "name", server);
        } finally {
            System.clearProperty("mail.smtp.ssl.trust");
            System.clearProperty("mail.smtp.ssl.checkserveridentity");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RuntimeException", "SQLException", "StackOverflowError"})
    void a_refused_crossing_leaves_the_server_without_a_message(String kind) throws Exception {
        try (var server = faulty(false, Map.of())) {
            Carriage carriage = line.carry(hop(server.port(), false, ""), mail(MAIL), () -> refuse(kind));

            assertThat(carriage).isInstanceOf(Carriage.Deferred.class);
            assertThat(carriage.evidence().stage()).isEqualTo("aborted");
            assertThat(server.ended.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(server.messages).isEmpty();
            assertThat(server.commands).noneMatch(said -> said.startsWith("QUIT"));
            assertThat(new String(server.broken.get(0), US_ASCII)).doesNotContain("QUIT");
        }
    }

    @Test
    void a_relay_sees_no_message_when_the_crossing_is_refused() throws Exception {
        try (var relay = TlsRelay.open(AUTHORITY.server("localhost"), seen -> {})) {
            line.carry(hop(relay.port(), false, ""), mail(MAIL), () -> refuse("RuntimeException"));
            assertThat(carry(relay.port(), false, MAIL)).isInstanceOf(Carriage.Accepted.class);

            assertThat(relay.seen()).hasSize(1);
        }
    }

    @Test
    void bytes_that_break_while_they_are_read_are_never_finished_by_a_quit() throws Exception {
        try (var server = faulty(false, Map.of())) {
            var broken = new FrozenMail(
                    mail(MAIL).id(), mail(MAIL).sender(), mail(MAIL).recipient(), false, () -> {
                        throw new IllegalStateException("the blob is damaged");
                    });
            Carriage carriage = line.carry(hop(server.port(), false, ""), broken, this::cross);

            assertThat(carriage).isInstanceOf(Carriage.Deferred.class);
            assertThat(carriage.evidence().stage()).isEqualTo("content");
            assertThat(server.ended.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(server.messages).isEmpty();
        }
    }

    @Test
    void delivery_notices_are_asked_for_only_where_they_are_offered() throws Exception {
        try (var server = faulty(false, Map.of());
                var offering = faulty(false, Map.of("OFFER", "250-faulty.test\r\n250-DSN\r\n250 STARTTLS"))) {
            carry(server.port(), false, MAIL);
            carry(offering.port(), false, MAIL);

            assertThat(server.commands).noneMatch(said -> said.contains("ENVID") || said.contains("NOTIFY"));
            assertThat(offering.commands).anyMatch(said -> said.matches("MAIL FROM:.* RET=HDRS ENVID=[0-9a-z]{26}"));
            assertThat(offering.commands).anyMatch(said -> said.endsWith("NOTIFY=SUCCESS,FAILURE,DELAY"));
        }
    }

    @Test
    void an_account_is_used_after_tls_and_a_wrong_password_is_not_the_messages_fault() {
        try (var relay = TlsRelay.withAccount(0, AUTHORITY.server("localhost"), "right", seen -> {})) {
            Carriage wrong = line.carry(hop(relay.port(), false, "wrong"), mail(MAIL), this::cross);
            Carriage right = line.carry(hop(relay.port(), false, "right"), mail(MAIL), this::cross);

            assertThat(wrong).isInstanceOf(Carriage.Deferred.class);
            assertThat(wrong.evidence().stage()).isEqualTo("secured");
            assertThat(wrong.evidence().code()).isEqualTo(535);
            assertThat(right).isInstanceOf(Carriage.Accepted.class);
            assertThat(relay.seen().get(0).authenticated()).isTrue();
        }
    }

    @Test
    void nobody_listening_is_not_now() throws Exception {
        try (var bound = new Socket()) { // keeps the number, so that no other server gets it, and accepts nobody
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThat(carry(bound.getLocalPort(), false, MAIL)).isInstanceOf(Carriage.Deferred.class);
        }
    }

    @Test
    void the_held_back_line_end_survives_every_way_of_writing() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var out = new ByteArrayOutputStream();
            var held = new HoldLastCrlf(out);
            byte[] content = new byte[40];
            for (int i = 0; i < content.length; i++) {
                content[i] = (byte) "\r\n.a".charAt(random.nextInt(4));
            }
            content[38] = '\r';
            content[39] = '\n';
            for (int at = 0; at < content.length; ) {
                int length = Math.min(1 + random.nextInt(4), content.length - at);
                held.write(content, at, length);
                at += length;
            }
            assertThat(out.toByteArray()).isEqualTo(java.util.Arrays.copyOf(content, 38));
        }
    }

    private static FaultyServer faulty(boolean implicitTls, Map<String, String> script) throws IOException {
        return new FaultyServer(AUTHORITY.server("localhost"), implicitTls, script);
    }

    private Carriage carry(int port, boolean implicitTls, byte[] bytes) {
        return line.carry(hop(port, implicitTls, ""), mail(bytes), this::cross);
    }

    private Receipt cross() {
        crossings.incrementAndGet();
        return null;
    }

    private static Receipt refuse(String kind) {
        switch (kind) {
            case "SQLException" -> throw new IllegalStateException(new SQLException("gone"));
            case "StackOverflowError" -> throw new StackOverflowError();
            default -> throw new IllegalArgumentException("no");
        }
    }

    private void assertInsecure(Carriage carriage, String reason, FaultyServer server) {
        assertThat(carriage).isInstanceOf(Carriage.Insecure.class);
        assertThat(((Carriage.Insecure) carriage).reason()).isEqualTo(reason);
        assertThat(server.commands).allMatch(said -> said.startsWith("EHLO") || said.equals("STARTTLS"));
        assertThat(crossings).hasValue(0);
    }

    private static NextHop hop(int port, boolean implicitTls, String account) {
        List<X509Certificate> authorities = List.of(AUTHORITY.certificate());
        return new NextHop("council-relay", "localhost", port, implicitTls, authorities, true, account);
    }

    private static FrozenMail mail(byte[] bytes) {
        return new FrozenMail(
                TransferId.random(new SecureRandom()),
                new MailAddress("channel.spoc@brackenford.gov.uk"),
                new MailAddress("larkhill.safeguarding@nhs.net"),
                false,
                () -> new ByteArrayInputStream(bytes));
    }
}
