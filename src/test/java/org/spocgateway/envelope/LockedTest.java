package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.LockedFiles.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.junit.jupiter.api.Test;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.LockedFiles;
import org.spocgateway.MailMaker;

class LockedTest {
    private static final byte[] DOCX = LockedFiles.docx("T.R. 2001 is referred");
    private static final byte[] PDF = LockedFiles.pdf(PASSWORD, "owner", 256, "T.R. 2001 is referred");

    @Test
    void a_file_with_a_password_is_found_whatever_it_is_called() {
        byte[] sealed = LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile);

        assertThat(open("Referral.docx", "application/octet-stream", sealed))
                .isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("", "image/png", sealed)).isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("a.zip", "application/zip", LockedFiles.zip(Map.of("a", DOCX), PASSWORD, EncryptionMethod.AES)))
                .isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("a.pdf", "application/pdf", PDF)).isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("a.docx", "application/octet-stream", DOCX)).isInstanceOf(Opened.class);
    }

    @Test
    void a_pdf_that_only_forbids_printing_is_no_reason_to_wait() {
        assertThat(open("a.pdf", "application/pdf", LockedFiles.pdf("", "owner", 256, "A letter")))
                .isInstanceOf(Opened.class);
    }

    @Test
    void microsofts_wrapper_is_recognised_by_type_name_page_or_first_bytes() {
        byte[] rpmsg = {0x76, (byte) 0xe8, 0x04, 0x60, (byte) 0xc4, 0x11, (byte) 0xe3, (byte) 0x86, 1, 2};

        assertThat(List.of(
                        open("message_v2.rpmsg", "application/octet-stream", ascii("x")),
                        open("a", "application/x-microsoft-rpmsg-message", ascii("x")),
                        open("winmail.bin", "application/octet-stream", rpmsg),
                        open(
                                "message.html",
                                "text/html",
                                ascii("<form action='https://outlook.office365.com/Encryption/store'>"))))
                .containsOnly(new Unopened(Fault.MICROSOFT_WRAPPER));
        assertThat(open("message.html", "text/html", ascii("<p>hello"))).isInstanceOf(Opened.class);
    }

    @Test
    void an_egress_package_is_recognised() {
        assertThat(open("Secure message.switch", "application/octet-stream", ascii("x")))
                .isEqualTo(new Unopened(Fault.EGRESS_WRAPPER));
    }

    @Test
    void a_page_that_fetches_the_message_from_another_website_is_recognised() {
        byte[] page = ascii("<html><form action='https://portal.westvale.example/open' method=post>");

        assertThat(open("securedoc_20170214T091201.html", "text/html", page))
                .isEqualTo(new Unopened(Fault.PORTAL_WRAPPER));
        assertThat(open("SecureMessageAtt.html", "application/octet-stream", page))
                .isEqualTo(new Unopened(Fault.PORTAL_WRAPPER));
        assertThat(open("minutes.html", "text/html", page)).isInstanceOf(Opened.class);
        assertThat(open("secure message.html", "text/html", ascii("<p>hello"))).isInstanceOf(Opened.class);
    }

    @Test
    void of_several_causes_the_first_in_the_documented_order_is_told() {
        byte[] both = MailMaker.from(MailMaker.NORTHMERE)
                .attach("a.pdf", "application/pdf", PDF)
                .attach("message_v2.rpmsg", "application/octet-stream", ascii("x"))
                .bytes();

        assertThat(World.open(both)).isEqualTo(new Unopened(Fault.MICROSOFT_WRAPPER));
    }

    @Test
    void a_locked_file_inside_a_forwarded_or_sealed_mail_is_found_and_opens_there() {
        byte[] inner = MailMaker.from(MailMaker.NORTHMERE)
                .attach("a.pdf", "application/pdf", PDF)
                .bytes();
        byte[] forwarded =
                ("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
                                + new String(inner, StandardCharsets.UTF_8) + "\r\n--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] sealed = MailMaker.from(MailMaker.NORTHMERE)
                .attach("a.pdf", "application/pdf", PDF)
                .sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();

        for (byte[] mail : List.of(forwarded, sealed)) {
            assertThat(World.open(mail)).isEqualTo(new Unopened(Fault.PASSWORD_FILE));
            List<Document> documents = opened(mail, List.of(), PASSWORD).documents();
            assertThat(World.openAgain(mail, documents)).isInstanceOf(Opened.class);
            assertThat(Documents.words(documents.get(0))).first().asString().contains("T.R. 2001");
        }
    }

    @Test
    void a_message_is_open_only_when_all_its_files_are() {
        byte[] first = LockedFiles.zip(Map.of("one.docx", DOCX), PASSWORD, EncryptionMethod.AES);
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .attach("first.zip", "application/zip", first)
                .attach("second.pdf", "application/pdf", LockedFiles.pdf("other", "owner", 256, "second"))
                .bytes();

        Unlock.Unlocked one = opened(mail, List.of(), PASSWORD);
        assertThat(one.left()).isEqualTo(1);
        assertThat(World.openAgain(mail, one.documents())).isEqualTo(new Unopened(Fault.PASSWORD_FILE));

        Unlock.Unlocked other = opened(mail, one.documents(), "other");
        assertThat(other.left()).isZero();
        assertThat(other.documents()).extracting(Document::fileName).containsExactly("second.pdf");
        List<Document> both = List.of(one.documents().get(0), other.documents().get(0));
        assertThat(World.openAgain(mail, both))
                .isInstanceOfSatisfying(
                        Opened.class, open -> assertThat(open.findings()).contains(Fault.PASSWORD_OPENED));
    }

    @Test
    void a_locked_file_that_came_out_of_another_opens_with_its_own_password() {
        byte[] inner = LockedFiles.office(DOCX, "other", EncryptionMode.agile);
        byte[] mail = mail("a.zip", LockedFiles.zip(Map.of("in.docx", inner), PASSWORD, EncryptionMethod.AES));

        Unlock.Unlocked outer = opened(mail, List.of(), PASSWORD);
        assertThat(outer.left()).isEqualTo(1);
        Unlock.Unlocked last = opened(mail, outer.documents(), "other");

        assertThat(last.left()).isZero();
        assertThat(last.documents().get(0).content()).isEqualTo(DOCX);
    }

    @Test
    void a_wrong_password_is_a_plain_answer_and_the_old_cipher_proves_nothing() {
        byte[] mail = mail("a.zip", LockedFiles.zip(Map.of("a", DOCX), PASSWORD, EncryptionMethod.ZIP_STANDARD));

        assertThat(World.unlock(mail, List.of(), "plum")).isEqualTo(new Unlock.StillLocked(Fault.WRONG_PASSWORD));
        assertThat(World.openAgain(mail, opened(mail, List.of(), PASSWORD).documents()))
                .isInstanceOfSatisfying(
                        Opened.class, open -> assertThat(open.isDenied()).isTrue());
    }

    @Test
    void a_password_opens_no_wrapper() {
        assertThat(World.unlock(mail("a.switch", ascii("x")), List.of(), PASSWORD))
                .isEqualTo(new Unlock.StillLocked(Fault.EGRESS_WRAPPER));
    }

    private static Unlock.Unlocked opened(byte[] mail, List<Document> before, String password) {
        Unlock unlock = World.unlock(mail, before, password);
        assertThat(unlock).isInstanceOf(Unlock.Unlocked.class);
        return (Unlock.Unlocked) unlock;
    }

    private static Opening open(String name, String type, byte[] content) {
        return World.open(MailMaker.from(MailMaker.NORTHMERE)
                .text("attached")
                .attach(name, type, content)
                .bytes());
    }

    private static byte[] mail(String name, byte[] content) {
        return MailMaker.from(MailMaker.NORTHMERE)
                .attach(name, "application/octet-stream", content)
                .bytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
