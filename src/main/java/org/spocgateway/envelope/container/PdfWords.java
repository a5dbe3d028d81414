package org.spocgateway.envelope.container;

import java.io.IOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The words of a PDF, by PDFBox's text stripper; pictures are not looked at. */
final class PdfWords {
    private static final int PAGES_MOST = 100;

    static {
        // PDFBox would search this machine for fonts and write what it found into a file.
        FontMappers.set(new OneFont());
    }

    private PdfWords() {}

    /** Lines in the order of reading; empty for a scan. */
    static String of(byte[] file, int charactersMost, Budget budget) throws IOException {
        try (PDDocument document = PdfFiles.load(file, "", budget)) {
            var stripper = new Stripper(charactersMost, budget);
            stripper.setEndPage(PAGES_MOST);
            return stripper.getText(document);
        } finally {
            PdfLimits.clear();
        }
    }

    private static final class Stripper extends PDFTextStripper {
        private final Budget budget;
        private int left;

        Stripper(int charactersMost, Budget budget) throws IOException {
            this.left = charactersMost;
            this.budget = budget;
            setSortByPosition(true);
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            budget.check();
            if (left > 0) {
                super.processPage(new WholePage(page));
            }
        }

        @Override
        protected void processOperator(Operator operator, java.util.List<COSBase> operands) throws IOException {
            budget.check();
            if (left > 0) {
                super.processOperator(operator, operands);
            }
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (left-- > 0) {
                super.processTextPosition(text);
            }
        }
    }

    /** A page whose content is unpacked through the counting filters. */
    private static final class WholePage extends PDPage {
        private final PDPage page;

        WholePage(PDPage page) {
            super(page.getCOSObject());
            this.page = page;
        }

        @Override
        public PDResources getResources() {
            return page.getResources();
        }

        @Override
        public RandomAccessRead getContentsForStreamParsing() throws IOException {
            return getContentsForRandomAccess();
        }
    }

    /** Stands in for every font that a file does not bring along; only widths are taken from it. */
    private static final class OneFont implements FontMapper {
        private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

        private final TrueTypeFont font;

        OneFont() {
            try (var in = PDDocument.class.getResourceAsStream(FILE)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(java.util.Objects.requireNonNull(in)));
            } catch (IOException e) {
                throw new IllegalStateException("PDFBox brings its font along", e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo info) {
            return new CIDFontMapping(null, font, true);
        }
    }
}
