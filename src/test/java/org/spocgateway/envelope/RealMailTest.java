package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.envelope.mail.Bounds;
import org.spocgateway.envelope.mail.Costly;
import org.spocgateway.envelope.mail.Reading;
import org.spocgateway.envelope.mime.Slice;

/** Mail as programs really write it, right and wrong: it is read, and what cannot be read is still there as bytes. */
public class RealMailTest {
    @Test
    void lines_broken_for_the_way_are_put_together() {
        String body = "Please begin \nwith T.R. 2001. \n\n> quoted \n> on\n>> deeper\n-- \nDS Whitlock";

        assertThat(read("text/plain; format=flowed", body).text())
                .isEqualTo("Please begin with T.R. 2001. \n> quoted on\n>> deeper\n-- \nDS Whitlock");
        assertThat(read("text/plain; format=flowed; delsp=yes", "begin \nning").text())
                .isEqualTo("beginning");
        assertThat(read("text/plain", "Please begin \nnow").text()).isEqualTo("Please begin \nnow");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, windows-1252, naïve",
        "us-ascii, utf-8, naïve",
        "iso-8859-1, windows-1252, 10 €",
        "no-such-charset, utf-8, naïve",
        "'', utf-8, naïve",
        "koi8-r, koi8-r, привет",
        "utf-16le, utf-16le, naïve",
        "UTF8, utf-8, naïve",
        "cp1252, windows-1252, naïve"
    })
    void a_wrong_charset_costs_no_letter(String named, String real, String words) {
        byte[] body = words.getBytes(Charset.forName(real));
        String head =
                "Content-Type: text/plain; charset=\"" + named + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";

        assertThat(ReadMail.of((head + Base64.getEncoder().encodeToString(body)).getBytes(UTF_8))
                        .text())
                .isEqualTo(words);
    }

    @Test
    void html_tells_its_own_charset_where_the_mail_does_not() {
        String html = "<html><head><meta http-equiv=Content-Type content='text/html; charset=koi8-r'></head><p>привет";
        byte[] mail = joined("Content-Type: text/html\r\n\r\n", html.getBytes(Charset.forName("koi8-r")));

        assertThat(ReadMail.of(mail).text()).isEqualTo("привет\n");
    }

    @Test
    void a_multipart_whose_boundary_is_missing_or_wrong_is_cut_by_what_looks_like_one() {
        String parts = "--real\n\nfirst\n--real\nContent-Type: text/html\n\n<b>second</b>\n--real--\n";

        for (String type : List.of(
                "multipart/mixed",
                "multipart/mixed; boundary=",
                "multipart/mixed; boundary=other",
                "multipart/mixed;; boundary=real",
                "multipart/mixed; boundary=\"real  \"")) {
            assertThat(read(type, parts).text()).as(type).isEqualTo("first\nsecond\n");
        }
        assertThat(read("multipart/mixed; boundary=real", "--real\n\nnever closed")
                        .text())
                .isEqualTo("never closed");
    }

    @Test
    void a_multipart_that_cannot_be_cut_is_shown_and_kept() {
        ReadMail mail = read("multipart/mixed; boundary=b", "Please begin.");

        assertThat(mail.text()).isEqualTo("Please begin.");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.type()).isEqualTo("multipart/mixed");
            assertThat(new String(file.content(), UTF_8)).isEqualTo("Please begin.");
        });
    }

    @Test
    void words_before_the_first_and_behind_the_last_part_are_kept() {
        ReadMail mail = read("multipart/mixed; boundary=b", "read this first\n--b\n\nshown\n--b--\nand this last");

        assertThat(mail.text()).isEqualTo("shown");
        assertThat(mail.attachments())
                .extracting(file -> new String(file.content(), UTF_8).strip())
                .containsExactly("read this first", "and this last");
        assertThat(read(
                                "multipart/mixed; boundary=b",
                                "This is a multi-part message in MIME format.\n--b\n\nshown\n--b--\n\n")
                        .attachments())
                .isEmpty();
    }

    @Test
    void broken_transfer_encodings_give_what_they_can() {
        assertThat(encoded("base64", "UGxl\n!!YXNl\nIGJlZ2luLg=").text()).isEqualTo("Please begin.");
        assertThat(encoded("base64", "UGxlYXNl=IGJlZ2lu").text()).isEqualTo("Please begin");
        assertThat(encoded("quoted-printable", "na=C3=AFve =ZZ = =\nend=").text())
                .isEqualTo("naïve =ZZ = end");
        assertThat(encoded("base9000", "as it is").text()).isEqualTo("as it is");
        assertThat(encoded("7bit (comment)", "as it is").text()).isEqualTo("as it is");
        assertThat(encoded("x-uuencode", "begin 644 a\n$4&QE80  \n`\nend\n").text())
                .startsWith("Plea");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"../../etc/passwd\"|../../etc/passwd",
                "filename*=utf-8''r%C3%A9f.pdf|réf.pdf",
                "filename*0=one; filename*1=two.pdf|onetwo.pdf",
                "filename*0*=utf-8''r%C3%A9; filename*1=\"f 1.pdf\"|réf 1.pdf",
                "filename=\"=?utf-8?q?r=C3=A9f?= x.pdf\"|réf x.pdf",
                "filename=\"a;b.pdf\"; filename=second|a;b.pdf",
                "filename*=utf-8''%ZZ%|%ZZ%",
                "filename*0*=no-such''x; filename*2=lost|x"
            })
    void names_are_data_whatever_they_say(String parameter, String name) {
        String part =
                "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; " + parameter + "\n\nx\n--b--";

        assertThat(read("multipart/mixed; boundary=b", part)
                        .attachments()
                        .get(0)
                        .fileName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?q?r=C3=A9f_1?=|réf 1",
                "=?UTF-8*en?B?csOpZg==?= and =?iso-8859-1?Q?r=E9f?=|réf and réf",
                "=?utf-8?b?csM=?= =?utf-8?b?qWY=?=|réf",
                "x=?utf-8?q?y?=z|xyz",
                "=?utf-8?q?=0D=0AFrom:_x?=|From: x",
                "=?no-such?q?r=C3=A9f?=|réf",
                "=?utf-8?x?lost?=|=?utf-8?x?lost?=",
                "=?utf-8?q?never closed|=?utf-8?q?never closed",
                "a  =?utf-8?q?b?=   c|a  b   c"
            })
    void encoded_words_are_read_wherever_they_stand(String written, String read) {
        assertThat(ReadMail.of(("Subject: " + written + "\r\n\r\n").getBytes(UTF_8))
                        .subject())
                .isEqualTo(read);
    }

    @Test
    void an_invitation_is_told_in_words_and_kept() {
        String calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Panel\\, T.R. 2001\r\n"
                + "DTSTART;TZID=Europe/London:20261124T\r\n 100000\r\nLOCATION:Town hall\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        ReadMail mail = ReadMail.of(("Content-Type: text/calendar; method=REQUEST\r\n\r\n" + calendar).getBytes(UTF_8));

        assertThat(mail.text())
                .isEqualTo("Kind: REQUEST\nSubject: Panel, T.R. 2001\nBegins: 20261124T100000\nPlace: Town hall\n");
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).isEqualTo(calendar.getBytes(UTF_8)));
    }

    @Test
    void the_parts_of_a_delivery_report_are_recognised() {
        ReadMail mail = read("multipart/report; report-type=delivery-status; boundary=b", """
                --b

                It was not delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.northmere.police.uk
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <a@brackenford.gov.uk>
                --b--
                """);

        assertThat(mail.text()).isEqualTo("It was not delivered.");
        assertThat(mail.attachments())
                .extracting(ReadMail.Attachment::type)
                .containsExactly("message/delivery-status", "text/rfc822-headers");
    }

    @Test
    void a_forward_within_a_forward_is_read_in_its_turn() {
        String inner = "From: prevent.referrals@northmere.police.uk\r\n\r\nthe original";
        String middle = "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(inner.getBytes(UTF_8));
        ReadMail mail = ReadMail.of(("Content-Type: message/rfc822\r\n\r\n" + middle).getBytes(UTF_8));

        ReadMail first = mail.attachments().get(0).asMail().orElseThrow();
        assertThat(first.attachments().get(0).asMail().orElseThrow().text()).isEqualTo("the original");
    }

    @Test
    void winmail_gives_its_text_and_its_files_and_stays() {
        byte[] tnef = tnef("Please begin with T.R. 2001.", "referral.pdf", "%PDF-1.7".getBytes(UTF_8));
        String mail = "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(tnef);
        ReadMail read = ReadMail.of(mail.getBytes(UTF_8));

        assertThat(read.text()).isEqualTo("Please begin with T.R. 2001.");
        assertThat(read.attachments())
                .extracting(ReadMail.Attachment::fileName)
                .containsExactly("winmail.dat", "referral.pdf");
        assertThat(read.attachments().get(1).content()).isEqualTo("%PDF-1.7".getBytes(UTF_8));
        for (int cut = 0; cut < tnef.length; cut += 3) {
            byte[] some = java.util.Arrays.copyOf(tnef, cut);
            some = joined("Content-Type: application/ms-tnef\r\n\r\n", some);
            assertThat(ReadMail.of(some).attachments()).isNotEmpty();
        }
    }

    @Test
    void outlooks_own_winmail_is_read() throws Exception {
        Path corpus = Path.of("..", "shared", "corpus", "mime-torture", "mimekit__ukr.eml");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(corpus), "skipped: ../shared/corpus is not here");

        ReadMail mail = ReadMail.of(Files.readAllBytes(corpus));
        assertThat(mail.text()).isNotBlank().doesNotContain("<html>");
        assertThat(mail.attachments().get(0).type()).isEqualTo("application/ms-tnef");
    }

    @Test
    void headers_have_bounds() {
        tooLarge("X: y\r\n".repeat(1001) + "\r\n");
        tooLarge("X: " + "y".repeat(1 << 19) + "\r\n\r\n");
        tooLarge("X: y\r\n" + " more and more\r\n".repeat(40_000) + "\r\n");
        assertThat(ReadMail.of(("X: y\r\n".repeat(1000) + "\r\nread").getBytes(UTF_8))
                        .text())
                .isEqualTo("read");
    }

    @Test
    void time_has_a_bound() {
        byte[] mail = ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--").getBytes(UTF_8);
        var none = new Bounds(20, 500, 1000, 1 << 19, 1 << 20, Duration.ZERO.minusMillis(1));

        assertThatThrownBy(() -> Reading.of(Slice.of(mail), none)).isInstanceOf(Costly.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<a href=x>", "&", "<!--", "<blockquote>", "<p style='"})
    void html_without_end_ends_in_time(String again) {
        String html = again.repeat(1_500_000 / again.length());
        long start = System.nanoTime();

        ReadMail.of(("Content-Type: text/html\r\n\r\n" + html).getBytes(UTF_8));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static void tooLarge(String mail) {
        assertThatThrownBy(() -> ReadMail.of(mail.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableMail.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
    }

    private static ReadMail read(String type, String body) {
        return ReadMail.of(("MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body).getBytes(UTF_8));
    }

    private static ReadMail encoded(String encoding, String body) {
        return ReadMail.of(("Content-Transfer-Encoding: " + encoding + "\r\n\r\n" + body).getBytes(UTF_8));
    }

    private static byte[] joined(String head, byte[] tail) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(ISO_8859_1));
        all.writeBytes(tail);
        return all.toByteArray();
    }

    /** A message property PR_BODY in Unicode, and one attachment with its long name. */
    public static byte[] tnef(String text, String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(0x223e9f78L, 4));
        out.writeBytes(little(1, 2));
        attribute(out, 1, 0x00069003, property(0x1000, text));
        attribute(out, 2, 0x00069002, new byte[14]);
        attribute(out, 2, 0x00018010, "REFERR~1.PDF\0".getBytes(ISO_8859_1));
        attribute(out, 2, 0x0006800f, content);
        attribute(out, 2, 0x00069005, property(0x3707, name));
        return out.toByteArray();
    }

    /** A message property PR_RTF_COMPRESSED with nothing but references, each for 16 octets of the dictionary. */
    static byte[] packedRtf(int length) {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(little(length, 4));
        packed.writeBytes(little(1 << 30, 4));
        packed.writeBytes(little(0x75465a4cL, 4));
        packed.writeBytes(little(0, 4));
        for (int i = 0; i < length; i++) {
            packed.write(i % 17 == 0 ? 0xff : i % 17 % 2 == 0 ? 0x0e : 0);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(0x223e9f78L, 4));
        out.writeBytes(little(1, 2));
        attribute(out, 1, 0x00069003, property(0x102, 0x1009, packed.toByteArray()));
        return out.toByteArray();
    }

    private static byte[] property(int id, String text) {
        return property(0x1f, id, (text + "\0").getBytes(UTF_16LE));
    }

    private static byte[] property(int type, int id, byte[] value) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(1, 4));
        out.writeBytes(little(type, 2));
        out.writeBytes(little(id, 2));
        out.writeBytes(little(1, 4));
        out.writeBytes(little(value.length, 4));
        out.writeBytes(value);
        out.writeBytes(new byte[(4 - value.length % 4) % 4]);
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int level, long id, byte[] value) {
        out.write(level);
        out.writeBytes(little(id, 4));
        out.writeBytes(little(value.length, 4));
        out.writeBytes(value);
        out.writeBytes(little(0, 2));
    }

    private static byte[] little(long value, int octets) {
        return java.util.Arrays.copyOf(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array(),
                octets);
    }
}
