package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.MailMaker;

/** Texts and documents made to keep the sorter busy for ever: each is sorted within seconds, and none of them opens anything. */
class HostileTextTest {
    private static final int MANY = 150_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            please_                | -
            please_                | a-
            please_information_    | /'-
            On_14_                 | 1 wrote_
            On_                    | 12
            gather_                | gather_
            (                      | (
            "                      | "_
            CAUTION_external_      | .___
            http://                | x
            >                      | >
            ----                   | -
            From:_x                | From:_x
            """)
    void a_text_without_end_is_sorted_in_time(String begin, String again) {
        String text = written(begin) + written(again).repeat(MANY / again.length());

        Classified verdict = sorted(goAhead().text(text + "\r\nThank you."));

        assertThat(verdict.effect()).isNotEqualTo(GateEffect.OPEN_PROPOSED);
    }

    @Test
    void a_not_yet_behind_more_words_than_anybody_reads_still_opens_nothing() {
        String padding = "We thank you for your patience in this matter. ".repeat(2000);

        Classified verdict = sorted(goAhead()
                .text("Information gathering can commence.\r\n\r\n" + padding + "\r\n\r\nPlease do not begin."));

        assertThat(verdict.effect()).isEqualTo(GateEffect.HOLD);
    }

    @Test
    void a_subject_and_answer_address_without_end_are_sorted_in_time() {
        Classified verdict =
                sorted(goAhead().header("Subject", "RE:".repeat(100_000)).header("Reply-To", "a".repeat(300_000)));

        assertThat(verdict.effect()).isNotEqualTo(GateEffect.OPEN_PROPOSED);
    }

    @Test
    void documents_that_unpack_without_end_are_no_forms_and_hold_nothing_up() throws IOException {
        byte[] tags = zipped("word/document.xml", "<".repeat(MANY));
        byte[] huge = zipped("other.xml", " ".repeat(40 * MANY));

        Classified verdict = sorted(goAhead()
                .text("See attached.")
                .attach("a.docx", "application/octet-stream", tags)
                .attach("b.docx", "application/octet-stream", huge)
                .attach("c.pdf", "application/pdf", pdfOfBombs()));

        assertThat(verdict.recognisedForm()).isFalse();
    }

    private static Classified sorted(MailMaker mail) {
        byte[] raw = mail.bytes();
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> MailRoom.sort(raw).verdict());
    }

    private static MailMaker goAhead() {
        return MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("RE: CHN/2017/031")
                .arrivedWell();
    }

    private static String written(String underscored) {
        return underscored.replace('_', ' ');
    }

    private static byte[] zipped(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static byte[] pdfOfBombs() {
        var deflater = new Deflater();
        deflater.setInput(new byte[4 * MANY]);
        deflater.finish();
        byte[] packed = new byte[16_384];
        int length = deflater.deflate(packed);
        deflater.end();
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 500; i++) {
            pdf.writeBytes("stream\n".getBytes(StandardCharsets.US_ASCII));
            pdf.write(packed, 0, length);
            pdf.writeBytes("\nendstream\n".getBytes(StandardCharsets.US_ASCII));
        }
        return pdf.toByteArray();
    }
}
