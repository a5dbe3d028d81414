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

    private PdfText() {}

    static String of(byte[] pdf, int mostBytes) {
        String raw = new String(pdf, StandardCharsets.ISO_8859_1);
        var words = new StringBuilder();
        Matcher stream = STREAM.matcher(raw);
        while (stream.find() && words.length() < mostBytes) {
            int end = raw.indexOf("endstream", stream.end());
            if (end < 0) {
                break;
            }
            String content = inflated(pdf, stream.end(), end, mostBytes);
            Matcher shown = SHOWN.matcher(content.isEmpty() ? raw.substring(stream.end(), end) : content);
            while (shown.find() && words.length() < mostBytes) {
                words.append(shown.group(1)).append(content.contains("TJ") ? "" : "\n");
            }
            words.append('\n');
        }
        return words.toString();
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
