package org.spocgateway.envelope.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.LockedFiles.PASSWORD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.LockedFiles;

class DocumentWordsTest {
    private static final String[] LINES = {"Prevent referral form", "Describe your concerns", "A & B <said> it"};
    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    @TempDir
    Path folder;

    @Test
    void word_opendocument_and_pdf_give_their_lines() {
        assertThat(words(LockedFiles.docx(LINES)).lines()).containsExactly(LINES);
        assertThat(words(LockedFiles.odt("Prevent referral form", "Describe your concerns"))
                        .lines())
                .containsExactly("Prevent referral form", "Describe your concerns");
        assertThat(words(LockedFiles.pdf(LINES)).lines().map(String::strip)).containsExactly(LINES);
    }

    @Test
    void each_document_of_an_archive_gives_its_own_words_and_a_locked_one_none() {
        byte[] zip = LockedFiles.zip(Map.of(
                "a.docx", LockedFiles.docx("one"),
                "b.pdf", LockedFiles.pdf("two"),
                "c.txt", "three".getBytes(StandardCharsets.UTF_8),
                "d.pdf", LockedFiles.pdf(PASSWORD, "owner", 256, "four")));

        assertThat(DocumentWords.of(zip, Bounds.USUAL))
                .extracting(String::strip)
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(DocumentWords.of(
                        LockedFiles.zip(Map.of("a.docx", LockedFiles.docx("one")), PASSWORD, EncryptionMethod.AES),
                        Bounds.USUAL))
                .isEmpty();
    }

    @Test
    void table_cells_are_lines_and_what_was_deleted_or_is_an_instruction_is_not_there() {
        String cells = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Date of birth</w:t></w:r></w:p></w:tc>"
                + "<w:tc><w:p><w:r><w:t>1 May 2001</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><w:delText>gone</w:delText><w:instrText>INCLUDETEXT x</w:instrText></w:r></w:p>";

        assertThat(words(LockedFiles.docxOf(WORD + cells + "</w:body></w:document>"))
                        .lines()
                        .filter(line -> !line.isBlank()))
                .containsExactly("Date of birth", "1 May 2001");
    }

    @Test
    void nothing_outside_the_file_is_read_and_nothing_is_called() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
        try (var listener = new ServerSocket(0)) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/a";
            for (String entity : List.of(secret.toUri().toString(), address)) {
                String xml = "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + entity + "\">]>" + WORD
                        + "<w:p><w:r><w:t>before &e; after</w:t></w:r></w:p></w:body></w:document>";
                assertThat(DocumentWords.of(LockedFiles.docxOf(xml), Bounds.USUAL))
                        .noneMatch(text -> text.contains("the-secret"));
            }
            String remote = "<!DOCTYPE d SYSTEM \"" + address + "\">" + WORD + "</w:body></w:document>";
            DocumentWords.of(LockedFiles.docxOf(remote), Bounds.USUAL);
            listener.setSoTimeout(50);
            assertThat(Hostile.read(listener::accept)).isEmpty();
        }
    }

    @Test
    void an_entity_that_grows_or_elements_without_end_have_no_words() {
        String laughs =
                "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                        + WORD + "<w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
        String deep = WORD + "<w:p>".repeat(100_000);

        assertThat(DocumentWords.of(LockedFiles.docxOf(laughs), Bounds.USUAL)).isEmpty();
        assertThat(DocumentWords.of(LockedFiles.docxOf(deep), Bounds.USUAL)).isEmpty();
    }

    @Test
    void a_pdf_that_unpacks_without_end_stops_at_the_bound() throws IOException {
        byte[] bomb = pdfWithContent(new byte[150_000_000]);
        assertThat(bomb.length).isLessThan(1_000_000);

        assertThat(heapAround(() -> DocumentWords.of(bomb, Bounds.USUAL))).isLessThan(80_000_000L);
        assertThat(DocumentWords.of(bomb, Bounds.USUAL)).isEmpty();
    }

    @Test
    void a_pdf_that_goes_on_for_ever_runs_out_of_time() throws IOException {
        byte[] slow = pdfWithContent("BT ET ".repeat(1_500_000).getBytes(StandardCharsets.US_ASCII));
        var hurried = new Bounds(50_000_000, 100_000, 500, 4, Duration.ofMillis(200));

        long before = System.nanoTime();
        assertThat(DocumentWords.of(slow, hurried)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void a_scan_and_a_program_have_no_words() throws IOException {
        assertThat(DocumentWords.of(pdfWithContent(new byte[0]), Bounds.USUAL)).isEmpty();
        assertThat(DocumentWords.of(new byte[] {'M', 'Z', 0, 1, 2, 3}, Bounds.USUAL))
                .isEmpty();
    }

    private static byte[] pdfWithContent(byte[] content) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content);
            }
            page.setContents(stream);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static long heapAround(Runnable work) {
        var thread = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        work.run();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static String words(byte[] file) {
        List<String> all = DocumentWords.of(file, Bounds.USUAL);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
