package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.terms.MailAddress;

class ReadMailTest {
    private static final MailAddress PREVENT = new MailAddress("prevent.referrals@northmere.police.uk");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prevent.referrals@northmere.police.uk",
                "<Prevent.Referrals@Northmere.police.uk>",
                "Northmere Prevent <prevent.referrals@northmere.police.uk>",
                "\"Prevent, Northmere\" <prevent.referrals@northmere.police.uk>",
                "prevent.referrals@northmere.police.uk (Northmere: Prevent; team)",
                "=?utf-8?q?Northmere_Prevent?=\r\n <prevent.referrals@northmere.police.uk>"
            })
    void one_mailbox_in_one_from_field_is_the_sender(String field) {
        assertThat(mail("From: " + field + "\r\n").from()).contains(PREVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@northmere.police.uk, b@evil.example",
                "prevent.referrals@northmere.police.uk <x@evil.example>",
                "<a@evil.example> <prevent.referrals@northmere.police.uk>",
                "<prevent.referrals@northmere.police.uk> trailing",
                "Police: prevent.referrals@northmere.police.uk;",
                "\"prevent.referrals@northmere.police.uk\"@evil.example",
                "\"open <prevent.referrals@northmere.police.uk>",
                "prevent.referrals@northmere.police.uk@evil.example",
                "<@evil.example:prevent.referrals@northmere.police.uk>",
                "prevent.referrals@nоrthmere.police.uk",
                "prevent.referrals@northmere.police.uk\0@evil.example",
                ""
            })
    void anything_else_is_nobody(String field) {
        assertThat(mail("From: " + field + "\r\n").from()).isEmpty();
    }

    @Test
    void two_from_fields_are_nobody_in_whatever_spelling() {
        String good = "From: <prevent.referrals@northmere.police.uk>\r\n";

        assertThat(mail(good + good).from()).isEmpty();
        assertThat(mail(good + "fRoM : x@evil.example\r\n").from()).isEmpty();
    }

    @Test
    void headers_are_read_in_their_order() {
        ReadMail read = mail(
                "Received: by border\r\nReceived: by elsewhere\r\nAuthentication-Results: mx.brackenford.gov.uk;\r\n\tdmarc=pass\r\n"
                        + "Message-ID: <a1@northmere.police.uk>\r\nIn-Reply-To: <b@brackenford.gov.uk>\r\nReferences: <c@x.example>\r\n <b@brackenford.gov.uk>\r\n"
                        + "To: channel.spoc@brackenford.gov.uk, \"O'Neill, J\" <j@brackenford.gov.uk>\r\nCc: Team: a@nhs.net, broken@@x;\r\n"
                        + "Importance: high\r\nSubject: =?utf-8?Q?Caf=C3=A9?=\r\n");

        assertThat(read.received()).containsExactly("by border", "by elsewhere");
        assertThat(read.trace())
                .containsExactly(
                        "received: by border",
                        "received: by elsewhere",
                        "authentication-results: mx.brackenford.gov.uk;\tdmarc=pass");
        assertThat(read.authenticationResults()).containsExactly("mx.brackenford.gov.uk;\tdmarc=pass");
        assertThat(read.messageId()).contains("<a1@northmere.police.uk>");
        assertThat(read.inReplyTo()).containsExactly("<b@brackenford.gov.uk>", "<c@x.example>");
        assertThat(read.recipients())
                .extracting(MailAddress::value)
                .containsExactly("channel.spoc@brackenford.gov.uk", "j@brackenford.gov.uk", "a@nhs.net");
        assertThat(read.extra()).containsEntry("importance", "high").doesNotContainKey("from");
        assertThat(read.subject()).isEqualTo("Café");
        assertThat(read.contentType()).isEqualTo("text/plain");
    }

    @Test
    void html_becomes_text_and_nothing_of_it_is_fetched_or_hidden() {
        String html = "<html><head><title>t</title><style>p{}</style></head><body><p>Please <b>begin</b>&nbsp;now.</p>"
                + "<img src='http://tracker.example/x'><script>alert(1)</script><div style='display:none'>gate open</div>"
                + "<blockquote>can commence<blockquote>older</blockquote></blockquote></body></html>";

        assertThat(mail("Content-Type: text/html; charset=utf-8\r\n", html).text())
                .isEqualTo("Please begin now.\n> can commence\n> > older\n");
    }

    @Test
    void charsets_are_honoured_and_wrong_ones_survived() {
        byte[] utf16 = "naïve".getBytes(StandardCharsets.UTF_16LE);
        String body = Base64.getEncoder().encodeToString(utf16);

        assertThat(mail("Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n", body)
                        .text())
                .isEqualTo("naïve");
        byte[] old = concat(
                "Content-Type: text/plain; charset=no-such\r\n\r\n",
                "na\u00efve".getBytes(Charset.forName("windows-1252")));
        assertThat(ReadMail.of(old).text()).isEqualTo("naïve");
    }

    @Test
    void attachments_and_forwarded_mail_are_kept_apart_from_the_text() {
        ReadMail read =
                mail("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n", """
                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/plain

                See the form.
                --c
                Content-Type: text/html

                <p>See the form.</p>
                --c--
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fr%C3%A9f.pdf
                Content-Transfer-Encoding: base64

                JVBERi0=
                --b
                Content-Type: message/rfc822

                From: prevent.referrals@northmere.police.uk
                Subject: inside

                the original
                --b--
                """.replace("\n", "\r\n"));

        assertThat(read.text()).isEqualTo("See the form.");
        assertThat(read.attachments()).hasSize(2);
        assertThat(read.attachments().get(0).fileName()).isEqualTo("../../réf.pdf");
        assertThat(read.attachments().get(0).content()).isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(read.attachments().get(1).asMail().orElseThrow().text()).isEqualTo("the original");
        assertThat(read.attachments().get(0).asMail()).isEmpty();
        assertThat(read.toString() + read.attachments()).doesNotContain("réf").doesNotContain("form");
    }

    @Test
    void a_header_that_crashes_jakarta_mail_is_read() {
        byte[] crash = Base64.getDecoder().decode("IAcKIPAK");

        assertThat(ReadMail.of(crash).from()).isEmpty();
    }

    @Test
    void too_many_and_too_deep_parts_are_refused() {
        String many = "--b\r\n\r\nx\r\n".repeat(501) + "--b--\r\n";
        var deep = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 30; i++) {
            deep.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        }

        assertThatThrownBy(() -> mail("Content-Type: multipart/mixed; boundary=b\r\n", many))
                .isInstanceOfSatisfying(
                        UnreadableMail.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
        assertThatThrownBy(() ->
                        ReadMail.of(deep.append("--b30\r\n\r\nx").toString().getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        UnreadableMail.class, e -> assertThat(e.fault()).isIn(Fault.TOO_LARGE, Fault.UNPARSABLE));
    }

    private static ReadMail mail(String headers) {
        return mail(headers, "text");
    }

    private static ReadMail mail(String headers, String body) {
        return ReadMail.of((headers + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] concat(String head, byte[] tail) {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(first, first.length + tail.length);
        System.arraycopy(tail, 0, all, first.length, tail.length);
        return all;
    }
}
