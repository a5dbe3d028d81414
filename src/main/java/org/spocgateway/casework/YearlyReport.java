package org.spocgateway.casework;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spocgateway.terms.Fingerprint;

/**
 * The figures of one year without identities (policy 2.3, 2.4): as text for a paper, and as CSV.
 *
 * @param audience {@code leadership} or {@code partnership}
 */
public record YearlyReport(int year, String audience, List<FigureTable> tables) {
    /** Lines of the CSV; each ends with CR LF in the file, whose SHA-256 is {@link #hash}. */
    public List<String> csv() {
        var lines = new ArrayList<String>();
        lines.add("year,figure,row,count");
        for (FigureTable table : tables) {
            table.shown()
                    .forEach((label, count) ->
                            lines.add(year + "," + cell(table.heading()) + "," + cell(label) + "," + cell(count)));
        }
        return lines;
    }

    /** The file's bytes: UTF-8. */
    public byte[] csvBytes() {
        return (String.join("\r\n", csv()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the CSV: what the transfer log holds. */
    public String hash() {
        return Fingerprint.of(csvBytes()).hex();
    }

    /** For reading. */
    public List<String> text() {
        var lines = new ArrayList<String>();
        lines.add("Figures of " + year + " for the " + audience + ", without identities");
        lines.add("Counts of 1 to 4 are not shown, nor a neighbour that would give one away.");
        for (FigureTable table : tables) {
            lines.add("");
            lines.add(table.heading());
            for (Map.Entry<String, String> row : table.shown().entrySet()) {
                lines.add("  %-50s %s".formatted(row.getKey(), row.getValue()));
            }
        }
        lines.add("");
        lines.add("SHA-256 of the CSV: " + hash());
        return lines;
    }

    /** A spreadsheet must not take a cell for a formula. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
