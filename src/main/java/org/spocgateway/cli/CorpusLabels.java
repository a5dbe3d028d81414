package org.spocgateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people say each file of a corpus is; columns that are missing are not scored.
 *
 * @param columns those of the command's own columns that the table has, without {@code file}
 */
record CorpusLabels(List<String> columns, Map<String, Map<String, String>> byFile) {
    static CorpusLabels read(Path file) {
        TextTable table = TextTable.read(file);
        String name = table.needed("file", "filename", "file_name", "path", "message");
        List<String> columns = CorpusRow.COLUMNS.stream()
                .filter(column -> !column.equals("file") && table.columns().contains(column))
                .toList();
        if (columns.isEmpty()) {
            throw new MailSources.Unusable("'" + file + "' labels nothing; it needs a column 'kind' or 'gate'.");
        }
        var byFile = new LinkedHashMap<String, Map<String, String>>();
        for (Map<String, String> row : table.rows()) {
            var values = new LinkedHashMap<String, String>();
            columns.forEach(column -> values.put(column, level(column, row.getOrDefault(column, ""))));
            byFile.put(key(row.getOrDefault(name, "")), values);
        }
        return new CorpusLabels(columns, byFile);
    }

    /** By path, else by the name alone, with or without its ending. */
    Optional<Map<String, String>> of(String file) {
        String path = key(file);
        return Optional.ofNullable(byFile.get(path))
                .or(() -> Optional.ofNullable(byFile.get(path.substring(path.lastIndexOf('/') + 1))));
    }

    /** Labelled files that are not there. */
    List<String> without(List<CorpusRow> rows) {
        var left = new ArrayList<>(byFile.keySet());
        for (CorpusRow row : rows) {
            String path = key(row.file());
            left.remove(byFile.containsKey(path) ? path : path.substring(path.lastIndexOf('/') + 1));
        }
        return left;
    }

    private static String key(String file) {
        return file.replace('\\', '/').replaceFirst("^\\./", "").replaceFirst("(?i)\\.eml$", "");
    }

    /** As the command writes it: {@code K1} for {@code K01 POLICE_REFERRAL}, {@code y} for {@code yes}, {@code none} for an empty cell. */
    private static String level(String column, String cell) {
        String tidy = cell.strip();
        return switch (column) {
            case "kind" -> tidy.toUpperCase(Locale.ROOT).replaceFirst("^(K)0*(\\d+).*$", "$1$2");
            case "gate" -> tidy.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            case "urgent", "forward" -> tidy.isEmpty() ? "" : TextTable.isYes(tidy) ? "y" : "n";
            case "attach" -> tidy.isEmpty() || tidy.equals("-") ? KnownCases.NONE : tidy.toUpperCase(Locale.ROOT);
            default -> tidy.toUpperCase(Locale.ROOT);
        };
    }

    /** Whether a value says the same as the label; an empty label says nothing. */
    static boolean agrees(String column, String value, String label) {
        return label.isEmpty() && !column.equals("attach")
                || value.equalsIgnoreCase(label.equals("NONE") && column.equals("attach") ? KnownCases.NONE : label);
    }
}
