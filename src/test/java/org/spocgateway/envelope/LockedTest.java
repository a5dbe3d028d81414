package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;

class LockedTest {
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };

    @Test
    void an_encrypted_zip_entry_needs_a_password_wherever_it_stands() throws IOException {
        byte[] zip = zip();
        byte[] locked = zip.clone();
        locked[indexOf(zip, "PK\1\2", 1) + 8] |= 1;

        assertThat(open("Referral.zip", "application/zip", locked)).isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("Referral.zip", "application/zip", zip)).isInstanceOf(Opened.class);
    }

    @Test
    void an_encrypted_office_file_is_found_by_its_content() {
        byte[] docx = Arrays.copyOf(OLE, 4096);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, docx, 1024, name.length);

        assertThat(open("Referral.docx", "application/octet-stream", docx))
                .isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("Referral.doc", "application/msword", Arrays.copyOf(OLE, 4096)))
                .isInstanceOf(Opened.class);
    }

    @Test
    void an_encrypted_pdf_is_found_and_metadata_settings_are_not_taken_for_it() {
        assertThat(open("a.pdf", "application/pdf", ascii("%PDF-1.7\n1 0 obj\ntrailer << /Encrypt 5 0 R >>")))
                .isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(open("a.pdf", "application/pdf", ascii("%PDF-1.7\n<< /EncryptMetadata false >>")))
                .isInstanceOf(Opened.class);
    }

    @Test
    void microsofts_wrapper_is_recognised_by_type_name_or_page() {
        assertThat(open("message_v2.rpmsg", "application/octet-stream", ascii("x")))
                .isEqualTo(new Unopened(Fault.MICROSOFT_WRAPPER));
        assertThat(open("a", "application/x-microsoft-rpmsg-message", ascii("x")))
                .isEqualTo(new Unopened(Fault.MICROSOFT_WRAPPER));
        assertThat(open(
                        "message.html",
                        "text/html",
                        ascii("<form action='https://outlook.office365.com/Encryption/store'>")))
                .isEqualTo(new Unopened(Fault.MICROSOFT_WRAPPER));
        assertThat(open("message.html", "text/html", ascii("<p>hello"))).isInstanceOf(Opened.class);
    }

    @Test
    void a_locked_file_inside_a_forwarded_or_sealed_mail_is_found_too() {
        byte[] pdf = ascii("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>");
        byte[] inner = MailMaker.from(MailMaker.NORTHMERE)
                .attach("a.pdf", "application/pdf", pdf)
                .bytes();
        byte[] forwarded =
                ("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
                                + new String(inner, StandardCharsets.UTF_8) + "\r\n--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] sealed = MailMaker.from(MailMaker.NORTHMERE)
                .attach("a.pdf", "application/pdf", pdf)
                .sealedTo(World.PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();

        assertThat(World.open(forwarded)).isEqualTo(new Unopened(Fault.PASSWORD_FILE));
        assertThat(World.open(sealed)).isEqualTo(new Unopened(Fault.PASSWORD_FILE));
    }

    private static Opening open(String name, String type, byte[] content) {
        return World.open(MailMaker.from(MailMaker.NORTHMERE)
                .text("attached")
                .attach(name, type, content)
                .bytes());
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"a.txt", "b.txt"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("text"));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, String mark, int nth) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = all.indexOf(mark);
        for (int i = 0; i < nth; i++) {
            at = all.indexOf(mark, at + 1);
        }
        return at;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
