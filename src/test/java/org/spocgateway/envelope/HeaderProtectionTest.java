package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.MailMaker.COMMUNITY_SAFETY;
import static org.spocgateway.MailMaker.NORTHMERE;
import static org.spocgateway.MailMaker.SPOC;
import static org.spocgateway.MailMaker.WHITLOCK;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;

/** Header fields that a sender protected inside (RFC 9788, and RFC 8551 section 3.1) against those that a message shows outside. */
class HeaderProtectionTest {
    private static final String SUBJECT = "T.R. 2001";
    private static final String TEXT = "The checks are complete.\r\n";

    @Test
    void a_signed_message_with_the_same_fields_inside_and_outside_is_verified() {
        Opened opened = World.opened(signed(outside(SUBJECT), inside("clear", NORTHMERE, SPOC, SUBJECT)));

        assertThat(opened.findings()).isEmpty();
        assertThat(opened.isVerified()).isTrue();
        assertThat(opened.hasOwnHeaders()).isTrue();
        assertThat(opened.layers()).last().isEqualTo(new Layer("headers", "RFC 9788, clear"));
    }

    @Test
    void a_sealed_message_hides_its_subject_outside_and_the_one_inside_is_shown() {
        String left = "HP-Outer: Subject: [...]\r\nHP-Outer: From: " + NORTHMERE + "\r\nHP-Outer: To: " + SPOC + "\r\n";
        byte[] mail = sealed(outside("[...]"), left + inside("cipher", NORTHMERE, SPOC, SUBJECT));

        Opened opened = World.opened(mail);
        ReadMail shown = ReadMail.of(opened.content()).in(ReadMail.header(Content.of(mail)), opened);

        assertThat(opened.findings()).isEmpty();
        assertThat(opened.isVerified()).isTrue();
        assertThat(shown.subject()).isEqualTo(SUBJECT);
        assertThat(shown.from())
                .hasValueSatisfying(from -> assertThat(from.value()).isEqualTo(NORTHMERE));
    }

    @Test
    void a_subject_inside_that_nobody_marked_as_protected_does_not_count() {
        byte[] mail = sealed(outside("Hello"), "Subject: T.R. 2001\r\nContent-Type: text/plain\r\n\r\n" + TEXT);

        Opened opened = World.opened(mail);

        assertThat(opened.hasOwnHeaders()).isFalse();
        assertThat(opened.findings()).isEmpty();
        assertThat(ReadMail.of(opened.content())
                        .in(ReadMail.header(Content.of(mail)), opened)
                        .subject())
                .isEqualTo("Hello");
    }

    @Test
    void an_outer_subject_that_is_not_what_the_sender_left_outside_differs() {
        String left = "HP-Outer: Subject: [...]\r\n";
        byte[] mail = sealed(outside("T.R. 2002: stop"), left + inside("cipher", NORTHMERE, SPOC, SUBJECT));

        differs(World.opened(mail));
    }

    @ParameterizedTest
    @CsvSource({
        "T.R. 2001, false",
        "[EXTERNAL] T.R. 2001, false",
        "[EXTERNAL][Police] T.R. 2001, false",
        "T.R. 2002, true",
        "Stop: T.R. 2001, true",
        "T.R. 2001 stop, true",
    })
    void only_words_in_square_brackets_may_stand_before_a_signed_subject(String outer, boolean differs) {
        Opened opened = World.opened(signed(outside(outer), inside("clear", NORTHMERE, SPOC, SUBJECT)));

        assertThat(opened.findings().contains(Fault.HEADERS_DIFFER)).isEqualTo(differs);
        assertThat(opened.isVerified()).isEqualTo(!differs);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_outer_from_that_is_not_the_one_inside_is_never_verified_whoever_signed(boolean isSignedByInner) {
        String signer = isSignedByInner ? DemonstrationPki.NORTHMERE : DemonstrationPki.WHITLOCK;
        byte[] mail = MailMaker.from(WHITLOCK)
                .to(SPOC)
                .subject(SUBJECT)
                .entity(inside("clear", NORTHMERE, SPOC, SUBJECT).getBytes(UTF_8))
                .signedBy(World.PKI.identity(signer))
                .bytes();

        Opened opened = World.opened(mail);

        differs(opened);
        assertThat(opened.findings().contains(Fault.OTHER_SENDER)).isEqualTo(isSignedByInner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: prevent.referrals@northmere.police.uk\r\nFrom: imran.whitlock@northmere.police.uk",
                "From: prevent.referrals@northmere.police.uk, imran.whitlock@northmere.police.uk",
                "From: Prevent <imran.whitlock@northmere.police.uk>",
                "From: nobody",
            })
    void a_from_inside_that_is_not_exactly_the_one_outside_differs(String from) {
        String entity = "Content-Type: text/plain; hp=clear\r\n" + from + "\r\nSubject: " + SUBJECT + "\r\n\r\n" + TEXT;

        differs(World.opened(signed(outside(SUBJECT), entity)));
    }

    @Test
    void a_display_name_beside_the_same_address_is_no_difference() {
        String from = "Northmere Prevent <" + NORTHMERE + ">";

        assertThat(World.opened(signed(outside(SUBJECT), inside("clear", from, SPOC, SUBJECT)))
                        .isVerified())
                .isTrue();
    }

    @Test
    void fields_that_were_protected_but_not_signed_prove_nothing() {
        byte[] entity = inside("cipher", NORTHMERE, SPOC, SUBJECT).getBytes(UTF_8);
        byte[] mail = outside("[...]")
                .entity(entity)
                .sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();

        Opened opened = World.opened(mail);

        assertThat(opened.signature()).isEqualTo(Signature.NONE);
        assertThat(opened.isVerified()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "nested"})
    void a_mark_on_plain_mail_or_on_an_inner_part_is_no_protection(String where) {
        String part = inside("clear", WHITLOCK, SPOC, "Stop");
        Opened opened = where.equals("nested")
                ? World.opened(signed(
                        outside(SUBJECT),
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + "\r\n--b--\r\n"))
                : World.opened(outside(SUBJECT).entity(part.getBytes(UTF_8)).bytes());

        assertThat(opened.hasOwnHeaders()).isFalse();
        assertThat(opened.layers()).noneMatch(layer -> layer.kind().equals("headers"));
        assertThat(opened.findings()).doesNotContain(Fault.HEADERS_DIFFER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822; forwarded=no", "message/rfc822"})
    void a_message_wrapped_whole_is_read_in_its_own_header(String type) {
        String whole = "From: " + NORTHMERE + "\r\nTo: " + SPOC + "\r\nSubject: " + SUBJECT + "\r\n\r\n" + TEXT;

        Opened opened = World.opened(sealed(outside("Secure message"), "Content-Type: " + type + "\r\n\r\n" + whole));

        assertThat(opened.findings()).isEmpty();
        assertThat(opened.isVerified()).isTrue();
        assertThat(opened.hasOwnHeaders()).isTrue();
        assertThat(new String(opened.content().bytes(), UTF_8)).isEqualTo(whole);
    }

    @Test
    void a_wrapped_message_of_somebody_else_differs_and_a_forwarded_one_stays_an_attachment() {
        String whole = "From: " + WHITLOCK + "\r\nTo: " + SPOC + "\r\nSubject: " + SUBJECT + "\r\n\r\n" + TEXT;

        Opened wrapped =
                World.opened(signed(outside(SUBJECT), "Content-Type: message/rfc822; forwarded=no\r\n\r\n" + whole));
        Opened forwarded = World.opened(signed(outside(SUBJECT), "Content-Type: message/rfc822\r\n\r\n" + whole));

        differs(wrapped);
        assertThat(forwarded.findings()).isEmpty();
        assertThat(ReadMail.of(forwarded.content()).attachments()).hasSize(1);
        assertThat(ReadMail.of(forwarded.content()).text()).isBlank();
    }

    @Test
    void a_signed_message_that_was_written_to_somebody_else_is_not_for_us() {
        String other = "duty@larkhill.police.uk";
        byte[] passedOn = sealed(outside(SUBJECT), inside("clear", NORTHMERE, other, SUBJECT));
        byte[] readdressed = signed(outside(SUBJECT), inside("clear", NORTHMERE, other, SUBJECT));

        for (byte[] mail : List.of(passedOn, readdressed)) {
            Opened opened = World.opened(mail);
            assertThat(opened.findings()).contains(Fault.RECIPIENTS_DIFFER);
            assertThat(opened.isVerified()).isFalse();
        }
    }

    @Test
    void a_copy_that_named_us_among_others_is_for_us() {
        byte[] mail = MailMaker.from(NORTHMERE)
                .to("duty@larkhill.police.uk")
                .cc(SPOC)
                .subject(SUBJECT)
                .entity(("Cc: " + SPOC + "\r\n" + inside("clear", NORTHMERE, "duty@larkhill.police.uk", SUBJECT))
                        .getBytes(UTF_8))
                .signedBy(World.PKI.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();

        assertThat(World.opened(mail).findings()).isEmpty();
    }

    @Test
    void a_message_to_another_mailbox_of_ours_that_was_sealed_to_this_key_is_opened_and_noted() {
        MailMaker mail = MailMaker.from(NORTHMERE)
                .to(COMMUNITY_SAFETY)
                .subject(SUBJECT)
                .text(TEXT)
                .signedBy(World.PKI.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026));

        Opened opened = World.opened(mail.bytes());

        assertThat(opened.findings()).containsExactly(Fault.NOT_KEY_OWNER);
        assertThat(opened.isVerified()).isTrue();
        assertThat(opened.code()).isEqualTo("CAME-OAEP");
    }

    @Test
    void older_protected_headers_may_hide_the_subject_without_saying_so() {
        String entity = inside("clear", NORTHMERE, SPOC, SUBJECT).replace("hp=clear", "protected-headers=\"v1\"");

        assertThat(World.opened(sealed(outside("..."), entity)).isVerified()).isTrue();
        differs(World.opened(signed(outside("..."), entity)));
    }

    @Test
    void the_copy_of_the_header_for_old_programs_is_not_shown_twice() {
        String plain = "Content-Type: text/plain; hp-legacy-display=1\r\n\r\nSubject: T.R. 2001\r\n\r\n" + TEXT;
        String html = "Content-Type: text/html; hp-legacy-display=\"1\"\r\n\r\n<html><body>"
                + "<div class=\"header-protection-legacy-display\"><pre>Subject: T.R. 2001</pre></div><p>Done.</p></body></html>";
        String other = "Content-Type: text/plain\r\n\r\nSubject: T.R. 2001\r\n\r\n" + TEXT;

        assertThat(ReadMail.of(plain.getBytes(UTF_8)).text()).isEqualTo(TEXT);
        assertThat(ReadMail.of(html.getBytes(UTF_8)).text().strip()).isEqualTo("Done.");
        assertThat(ReadMail.of(other.getBytes(UTF_8)).text()).startsWith("Subject: ");
    }

    private static void differs(Opened opened) {
        assertThat(opened.findings()).contains(Fault.HEADERS_DIFFER);
        assertThat(opened.isVerified()).isFalse();
        assertThat(opened.isDenied()).isTrue();
    }

    private static MailMaker outside(String subject) {
        return MailMaker.from(NORTHMERE).to(SPOC).subject(subject);
    }

    private static String inside(String hp, String from, String to, String subject) {
        return "Content-Type: text/plain; charset=utf-8; hp=" + hp + "\r\nFrom: " + from + "\r\nTo: " + to
                + "\r\nSubject: " + subject + "\r\n\r\n" + TEXT;
    }

    private static byte[] signed(MailMaker mail, String entity) {
        return mail.entity(entity.getBytes(UTF_8))
                .signedBy(World.PKI.identity(DemonstrationPki.NORTHMERE))
                .bytes();
    }

    private static byte[] sealed(MailMaker mail, String entity) {
        mail.sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026));
        return signed(mail, entity);
    }
}
