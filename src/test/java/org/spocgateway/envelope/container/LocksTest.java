package org.spocgateway.envelope.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.LockedFiles.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.junit.jupiter.api.Test;
import org.spocgateway.LockedFiles;

class LocksTest {
    private static final byte[] DOCX = LockedFiles.docx("A letter");

    @Test
    void an_archive_with_one_encrypted_entry_is_locked() {
        assertThat(lock(LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.AES)))
                .contains(Lock.ZIP);
        assertThat(lock(LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.ZIP_STANDARD)))
                .contains(Lock.ZIP);
        assertThat(lock(LockedFiles.zip(Map.of("a.docx", DOCX)))).isEmpty();
        assertThat(lock(DOCX)).isEmpty();
    }

    @Test
    void an_open_archive_with_a_locked_file_inside_is_locked() {
        byte[] inner = LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile);

        assertThat(lock(LockedFiles.zip(Map.of("a.docx", inner)))).contains(Lock.ZIP);
        assertThat(lock(LockedFiles.zip(Map.of("b.zip", LockedFiles.zip(Map.of("a.docx", inner))))))
                .contains(Lock.ZIP);
    }

    @Test
    void an_office_file_is_locked_by_its_content_whatever_it_is_called() {
        assertThat(lock(LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile)))
                .contains(Lock.OFFICE);
        assertThat(lock(LockedFiles.office(DOCX, PASSWORD, EncryptionMode.standard)))
                .contains(Lock.OFFICE);
    }

    @Test
    void a_file_that_office_opens_by_itself_is_not_locked() {
        assertThat(lock(LockedFiles.office(DOCX, Decryptor.DEFAULT_PASSWORD, EncryptionMode.agile)))
                .isEmpty();
        assertThat(lock(LockedFiles.xls("word", Decryptor.DEFAULT_PASSWORD))).isEmpty();
    }

    @Test
    void files_of_old_office_are_locked_only_with_their_mark() {
        assertThat(lock(LockedFiles.xls("word", PASSWORD))).contains(Lock.OLD_OFFICE);
        assertThat(lock(LockedFiles.ppt(PASSWORD))).contains(Lock.OLD_OFFICE);
        assertThat(lock(LockedFiles.xls("word", ""))).isEmpty();
        assertThat(lock(LockedFiles.ppt(""))).isEmpty();
    }

    @Test
    void a_pdf_is_locked_if_it_does_not_open_and_not_if_it_only_forbids_printing() {
        assertThat(lock(LockedFiles.pdf(PASSWORD, "owner", 256, "A letter"))).contains(Lock.PDF);
        assertThat(lock(LockedFiles.pdf(PASSWORD, "owner", 128, "A letter"))).contains(Lock.PDF);
        assertThat(lock(LockedFiles.pdf("", "owner", 256, "A letter"))).isEmpty();
        assertThat(lock(LockedFiles.pdf("", "owner", 40, "A letter"))).isEmpty();
        assertThat(lock(LockedFiles.pdf("/Encrypt stands in the text"))).isEmpty();
    }

    @Test
    void an_opendocument_with_a_password_is_locked_and_one_without_is_not() {
        byte[] locked = LockedFiles.zip(Map.of(
                "mimetype", ascii("application/vnd.oasis.opendocument.text"),
                "META-INF/manifest.xml",
                        ascii("<manifest:file-entry><manifest:encryption-data manifest:checksum-type='SHA1/1K'/>")));

        assertThat(lock(locked)).contains(Lock.OPEN_DOCUMENT);
        assertThat(lock(LockedFiles.odt("A letter"))).isEmpty();
    }

    @Test
    void what_is_broken_or_something_else_is_not_locked() {
        byte[] zip = LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.AES);
        byte[] ole = LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile);

        assertThat(lock(new byte[0])).isEmpty();
        assertThat(lock(ascii("EncryptedPackage /Encrypt PK"))).isEmpty();
        assertThat(lock(Arrays.copyOf(zip, zip.length / 2))).isEmpty();
        assertThat(lock(Arrays.copyOf(ole, 600))).isEmpty();
        assertThat(lock(ascii("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>"))).isEmpty();
    }

    @Test
    void microsofts_protected_message_is_told_by_its_first_bytes() {
        assertThat(Locks.isProtectedMessage(
                        new byte[] {0x76, (byte) 0xe8, 0x04, 0x60, (byte) 0xc4, 0x11, (byte) 0xe3, (byte) 0x86, 0}))
                .isTrue();
        assertThat(Locks.isProtectedMessage(DOCX)).isFalse();
    }

    private static java.util.Optional<Lock> lock(byte[] file) {
        return Locks.of(file, Bounds.USUAL);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
