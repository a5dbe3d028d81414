package org.spocgateway.review;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows as CSV for a spreadsheet, and as JSON lines for a machine. */
@Component
class Download {
    private static final String BYTE_ORDER_MARK = "\ufeff"; // without it Excel reads UTF-8 as something else
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final JsonMapper json;

    Download(JsonMapper json) {
        this.json = json;
    }

    byte[] csv(List<Row> rows) throws IOException {
        var text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(Arrays.stream(Column.values()).map(Column::key).toList());
            for (Row row : rows) {
                csv.printRecord(
                        row.cells().values().stream().map(Download::harmless).toList());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] jsonLines(List<Row> rows) {
        return rows.stream()
                .map(row -> json.writeValueAsString(named(row)) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet takes such a cell for a formula; an apostrophe in front makes it text (ASVS 1.2.10). */
    static String harmless(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static LinkedHashMap<String, String> named(Row row) {
        var named = new LinkedHashMap<String, String>();
        row.cells().forEach((column, cell) -> named.put(column.key(), cell));
        return named;
    }
}
