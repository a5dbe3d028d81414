package org.spocgateway.classification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.spocgateway.envelope.ReadMail;

/**
 * The words of documents, as far as needed to see that one is a form; never shown to anybody.
 *
 * <p>Limits: 1 MiB of unpacked text, 500 entries. A document that is over or broken has no words: it is then simply not recognised.
 */
final class DocumentText {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 500;
    private static final Pattern PARAGRAPH = Pattern.compile("</(?:w:p|w:tc|text:p|text:h)>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

    private DocumentText() {}

    /** The writer's own words, and each attached document's. */
    static Stream<String> of(ReadMail mail, OwnWords words) {
        return Stream.concat(
                Stream.of(words.text()), mail.attachments().stream().flatMap(attachment -> of(attachment).stream()));
    }

    private static Optional<String> of(ReadMail.Attachment attachment) {
        String name = attachment.fileName().toLowerCase(Locale.ROOT);
        byte[] content = attachment.content();
        if (startsWith(content, "PK\u0003\u0004")) {
            return packed(content);
        }
        if (startsWith(content, "%PDF-")) {
            return Optional.of(PdfText.of(content, MOST_BYTES));
        }
        if (attachment.type().startsWith("text/") || name.endsWith(".txt")) {
            return Optional.of(new String(content, 0, Math.min(content.length, MOST_BYTES), StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    private static Optional<String> packed(byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int entries = 0;
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && entries++ < MOST_ENTRIES) {
                if (entry.getName().equals("word/document.xml")
                        || entry.getName().equals("content.xml")) {
                    return Optional.of(words(new String(zip.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)));
                }
                entry = skipBounded(zip);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ZipEntry skipBounded(ZipInputStream zip) throws IOException {
        long left = 16L * MOST_BYTES;
        byte[] buffer = new byte[8192];
        int read = zip.read(buffer);
        while (read >= 0) {
            left -= read;
            if (left < 0) {
                throw new IOException("an entry is larger than a form ever is");
            }
            read = zip.read(buffer);
        }
        return zip.getNextEntry();
    }

    private static String words(String xml) {
        String lines = PARAGRAPH.matcher(xml).replaceAll("\n");
        return TAG.matcher(lines)
                .replaceAll("")
                .replace("&apos;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static boolean startsWith(byte[] content, String magic) {
        return content.length >= magic.length()
                && new String(content, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
