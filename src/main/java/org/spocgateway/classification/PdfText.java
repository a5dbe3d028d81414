package org.spocgateway.classification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The plainly written words of a PDF: text shown with literal strings, in plain or deflated streams.
 *
 * <p>Enough for forms that a word processor or a printer driver with a standard font made; a scan or a subset font has no such words.
 */
final class PdfText {
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern SHOWN = Pattern.compile(
            "\\(((?:[^()\\\\]|\\\\.){1,400})\\)\\s*(?=[^()\\[\\]]{0,40}(?:Tj|TJ|'|\")|[-\\d.\\s]*[(\\]])");

    private static final int MOST_STREAMS = 2000;
    private static final int STREAMS_TOGETHER = 4;

    private PdfText() {}

    static String of(byte[] pdf, int mostBytes) {
        String raw = new String(pdf, StandardCharsets.ISO_8859_1);
        var words = new StringBuilder();
        int left = STREAMS_TOGETHER * mostBytes;
        Matcher stream = STREAM.matcher(raw);
        for (int count = 0; count < MOST_STREAMS && left > 0 && stream.find(); count++) {
            int end = raw.indexOf("endstream", stream.end());
            if (end < 0) {
                break;
            }
            String inflated = inflated(pdf, stream.end(), end, Math.min(left, mostBytes));
            String content = inflated.isEmpty() ? raw.substring(stream.end(), end) : inflated;
            left -= content.length();
            show(content, words, mostBytes);
        }
        return words.toString();
    }

    private static void show(String content, StringBuilder words, int mostBytes) {
        // TJ cuts words into pieces for kerning
        String separator = content.contains("TJ") ? "" : "\n";
        Matcher shown = SHOWN.matcher(content);
        while (words.length() < mostBytes && shown.find()) {
            words.append(shown.group(1)).append(separator);
        }
        words.append('\n');
    }

    private static String inflated(byte[] pdf, int from, int to, int mostBytes) {
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, to - from);
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            int read = inflater.inflate(buffer);
            while (read > 0 && out.size() < mostBytes) {
                out.write(buffer, 0, read);
                read = inflater.inflate(buffer);
            }
            return out.toString(StandardCharsets.ISO_8859_1);
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
    }
}
