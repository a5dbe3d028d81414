package org.spocgateway.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table in a text file as people export them: a header in the first line, columns in any order, tab, comma or semicolon between them.
 *
 * @param name what the file is called in messages
 * @param columns names from the header, levelled: small letters, {@code _} for spaces and hyphens
 */
record TextTable(String name, List<String> columns, List<Map<String, String>> rows) {
    TextTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @throws MailSources.Unusable in one sentence, if there is no table in it */
    static TextTable read(Path file) {
        List<String> lines = text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new MailSources.Unusable("'" + file + "' is empty; its first line must name the columns.");
        }
        char mark = mark(lines.get(0));
        List<String> columns =
                cells(lines.get(0), mark).stream().map(TextTable::level).toList();
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line, mark);
            var row = new LinkedHashMap<String, String>();
            for (int index = 0; index < columns.size(); index++) {
                row.put(columns.get(index), index < cells.size() ? cells.get(index) : "");
            }
            rows.add(row);
        }
        return new TextTable(String.valueOf(file), columns, rows);
    }

    /**
     * The first of these names that is a column.
     *
     * @throws MailSources.Unusable if none is
     */
    String needed(String... names) {
        return column(names)
                .orElseThrow(() -> new MailSources.Unusable("'" + name + "' has no column '" + names[0]
                        + "'; its first line names: " + String.join(", ", columns) + "."));
    }

    /** The first of these names that is a column. */
    Optional<String> column(String... names) {
        return List.of(names).stream().filter(columns::contains).findFirst();
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean isWide = bytes.length > 1 && ((bytes[0] & 0xff) >= 0xfe) && ((bytes[1] & 0xff) >= 0xfe);
            String text = new String(bytes, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new MailSources.Unusable("'" + file + "' cannot be read.");
        }
    }

    private static char mark(String header) {
        for (char mark : new char[] {'\t', ',', ';'}) {
            if (header.indexOf(mark) >= 0) {
                return mark;
            }
        }
        return '\t';
    }

    private static String level(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** Cells may stand in quotation marks, with the mark inside; a doubled one stands for itself. */
    private static List<String> cells(String line, char mark) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"' && (quoted || cell.toString().isBlank())) {
                boolean doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                cell.append(doubled ? "\"" : "");
                at += doubled ? 1 : 0;
                quoted = doubled || !quoted;
            } else if (letter == mark && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Whether a cell says yes. */
    static boolean isYes(String cell) {
        return Set.of("y", "yes", "true", "1", "x", "ie").contains(cell.toLowerCase(Locale.ROOT));
    }
}
