package org.spocgateway.envelope.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;

/**
 * The words of a document, in lines: a paragraph or a table cell is a line.
 *
 * <p>Text only: no macros, no pictures, nothing outside the file. A document that is locked, broken or over the bounds has no words.
 */
public final class DocumentWords {
    private static final int CHARACTERS_MOST = 1 << 20;

    private final Budget budget;
    private final List<String> texts = new ArrayList<>();

    private DocumentWords(Budget budget) {
        this.budget = budget;
    }

    /** One text for each document: the file itself, or those in an archive. */
    public static List<String> of(byte[] file, Bounds bounds) {
        var words = new DocumentWords(new Budget(bounds, file.length));
        Hostile.read(() -> {
            words.read(file, 0);
            return words;
        });
        return words.texts.stream().filter(text -> !text.isBlank()).toList();
    }

    private void read(byte[] file, int depth) throws IOException {
        if (ZipDirectory.isZip(file)) {
            archive(file, depth);
        } else if (PdfFiles.isPdf(file)) {
            texts.add(PdfWords.of(file, CHARACTERS_MOST, budget));
        } else if (OfficeFiles.isOle(file)) {
            word(file).ifPresent(texts::add);
        } else if (FileKind.of(file, "").startsWith("text/plain")) {
            texts.add(cut(new String(file, StandardCharsets.UTF_8)));
        }
    }

    private void archive(byte[] file, int depth) throws IOException {
        List<ZipDirectory.Entry> entries = ZipDirectory.of(file, budget);
        if (ZipFiles.isDocument(entries)) {
            for (ZipDirectory.Entry entry : entries) {
                if (XmlWords.isMainPart(entry.path()) && !entry.isLocked()) {
                    texts.add(cut(XmlWords.of(entry.path(), ZipFiles.plain(file, entry, budget), CHARACTERS_MOST)));
                }
            }
            return;
        }
        for (ZipDirectory.Entry entry : entries) {
            if (depth < budget.depth() && !entry.isFolder() && !entry.isLocked()) {
                byte[] inner = ZipFiles.plain(file, entry, budget);
                Hostile.read(() -> {
                    read(inner, depth + 1);
                    return inner;
                });
            }
        }
    }

    private Optional<String> word(byte[] file) throws IOException {
        return OfficeFiles.within(file, fs -> {
            if (!fs.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                return Optional.empty();
            }
            budget.spend(file.length);
            try (var document = new HWPFDocument(fs);
                    var extractor = new WordExtractor(document)) {
                return Optional.of(
                        cut(WordExtractor.stripFields(extractor.getText()).replace('\u0007', '\n')));
            }
        });
    }

    private static String cut(String text) {
        return text.length() <= CHARACTERS_MOST ? text : text.substring(0, CHARACTERS_MOST);
    }
}
