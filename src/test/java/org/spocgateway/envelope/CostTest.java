package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;

/**
 * What a message costs grows with its size and no faster: of each kind that once cost the square of its size, or could, one of the
 * largest is opened and read within the budget of time and memory.
 */
class CostTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Of the processor, so that a busy machine fails nothing. */
    private static final Duration TIME = Duration.ofSeconds(8);
    /** Allocated in all, not held at once. */
    private static final long BYTES = 3L << 30;

    private static final int FIELD = 500_000;

    static Stream<Arguments> headers() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "continued lines",
                "From: a" + again("\r\n b", FIELD) + "\r\nContent-Type: text/plain" + again("\r\n ;", FIELD));
        all.put("100,000 parameters", "Content-Type: multipart/mixed" + again(";a=b", FIELD));
        all.put("parameters of one letter", "Content-Type: text/plain; a=\"" + again("\\a", FIELD) + "\"");
        all.put("parameters in pieces", "Content-Disposition: attachment" + pieces());
        all.put("comments in comments", "From: " + again("(", FIELD));
        all.put("comments that end", "From: " + again("(", FIELD / 2) + again(")", FIELD / 2) + " a@b.example");
        all.put("angles", "From: " + again("<", FIELD));
        all.put("quotes", "From: " + again("\"", FIELD));
        all.put("groups", "From: " + again("a:;", FIELD));
        all.put("an address without end", "From: " + again("a.", FIELD) + "@b.example");
        all.put("everybody", "From: " + MailMaker.NORTHMERE + "\r\nTo: " + again("a@b.example,", FIELD));
        all.put("answers to everybody", "From: " + MailMaker.NORTHMERE + "\r\nReply-To: " + houses());
        all.put("encoded words", "Subject: " + again("=?utf-8?q?a?= ", FIELD));
        all.put("encoded words of no charset", "Subject: " + again("=?no-such-charset?q?a?= ", FIELD));
        all.put("encoded words that never end", "Subject: " + again("=?utf-8?q?", FIELD));
        all.put("references", "References: " + again("<a@b.example> ", FIELD));
        all.put("references that never end", "References: " + again("<a", FIELD));
        all.put("results", "Authentication-Results: mx.brackenford.gov.uk" + again(";dmarc=pass", FIELD));
        all.put("fields", again("a: b\r\n", 5_900));
        all.put("no fields", again("a\r\n", 1_000_000));
        return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void a_header_costs_what_its_size_costs(String name, String header) {
        within(name, (header + "\r\n\r\nPlease begin.").getBytes(UTF_8));
    }

    static Stream<Arguments> bodies() {
        Map<String, String> all = new LinkedHashMap<>();
        String mixed = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
        all.put("boundaries that are none", mixed + again("--\r\n", 4_000_000));
        all.put("boundaries that nearly are", mixed + again("--b.\r\n", 4_000_000));
        all.put(
                "500 parts with large headers",
                mixed + again("--b\r\nX: " + again("y;", 30_000) + "\r\n\r\n", 14_000_000));
        all.put("multiparts of one boundary", mixed + again("--b\r\n" + mixed, 4_000_000));
        all.put("padding", "Content-Transfer-Encoding: base64\r\n\r\n" + again("=", 8_000_000));
        all.put("soft ends", "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + again("=\n", 8_000_000));
        all.put("spaces", "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + again(" ", 8_000_000));
        all.put("quotes", "Content-Type: text/plain; format=flowed\r\n\r\n" + again(">", 8_000_000));
        all.put("quotes of quotes", "Content-Type: text/plain; format=flowed\r\n\r\n" + rising());
        String sealed = "Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: ";
        all.put("sealed spaces", sealed + "quoted-printable\r\n\r\n0" + again(" ", 8_000_000));
        all.put("sealed soft ends", sealed + "quoted-printable\r\n\r\n0" + again("=\r\n", 8_000_000));
        all.put("sealed old encoding", sealed + "x-uuencode\r\n\r\nbegin 644 a\r\n" + again("M\r\n", 8_000_000));
        all.put("sealed padding", sealed + "base64\r\n\r\n0" + again("=", 8_000_000));
        all.put("an invitation", "Content-Type: text/calendar\r\n\r\nSUMMARY:" + again("\r\n a", 4_000_000));
        all.put("block quotes", "Content-Type: text/html\r\n\r\n" + again("<blockquote>x", 2_000_000));
        all.put("open tags", "Content-Type: text/html\r\n\r\n" + again("<a ", 2_000_000));
        all.put("attributes", "Content-Type: text/html\r\n\r\n<p " + again("a=b ", 2_000_000));
        all.put("styles", "Content-Type: text/html\r\n\r\n<p style='" + again("display ", 2_000_000) + "'>");
        return all.entrySet().stream()
                .map(each -> Arguments.of(each.getKey(), each.getValue().getBytes(ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_body_costs_what_its_size_costs(String name, byte[] mail) {
        within(name, mail);
    }

    static Stream<Arguments> winmails() {
        String text = again("a", 1_000_000);
        byte[] nearly = RealMailTest.tnef(again("a", 500_000) + "b", "f", new byte[0]);
        byte[] rtf = RealMailTest.packedRtf(4_000_000);
        return Stream.of(
                Arguments.of("a text that is nearly the same", mixed(text, nearly)),
                Arguments.of("packed text", mixed("", rtf)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("winmails")
    void what_outlook_packs_costs_what_its_size_costs(String name, byte[] mail) {
        within(name, mail);
    }

    private static void within(String name, byte[] mail) {
        long time = THREAD.getCurrentThreadCpuTime();
        long bytes = THREAD.getCurrentThreadAllocatedBytes();

        assertThat(opened(mail)).isNotNull();
        try {
            assertThat(ReadMail.of(mail).text().length()).isLessThanOrEqualTo(1 << 20);
        } catch (UnreadableMail e) {
            assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE);
        }

        assertThat(Duration.ofNanos(THREAD.getCurrentThreadCpuTime() - time))
                .as(name)
                .isLessThan(TIME);
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - bytes).as(name).isLessThan(BYTES);
    }

    private static Opening opened(byte[] mail) {
        List<List<String>> houses = new ArrayList<>(Collections.nCopies(50, List.of("a.police.uk", "b.police.uk")));
        houses.add(List.of("northmere.police.uk"));
        var pins = new Pins(List.of(), List.of(), houses);
        var envelopes = new Envelopes(
                new KeyRing(List.of(World.ours(DemonstrationPki.SPOC_2026))),
                List.of(),
                Limits.USUAL,
                Clock.systemUTC());
        return envelopes.open(mail, pins);
    }

    private static byte[] mixed(String text, byte[] winmail) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n" + text
                        + "\r\n--b\r\nContent-Type: application/ms-tnef\r\n\r\n")
                .getBytes(ISO_8859_1));
        all.writeBytes(winmail);
        all.writeBytes("\r\n--b--".getBytes(ISO_8859_1));
        return all.toByteArray();
    }

    private static String pieces() {
        var all = new StringBuilder();
        for (int i = 0; all.length() < FIELD; i++) {
            all.append("; filename*").append(i).append("*=a");
        }
        return all.toString();
    }

    private static String houses() {
        var all = new StringBuilder();
        for (int i = 0; all.length() < FIELD; i++) {
            all.append("a@h").append(i).append(".northmere.police.uk,");
        }
        return all.toString();
    }

    private static String rising() {
        var all = new StringBuilder();
        for (int i = 1; all.length() < 8_000_000; i++) {
            all.append(again(">", i)).append(" \n");
        }
        return all.toString();
    }

    private static String again(String some, int length) {
        return some.repeat(length / some.length());
    }
}
