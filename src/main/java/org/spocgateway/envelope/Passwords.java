package org.spocgateway.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Passwords of key files by file name: from {@code NAME.password} beside them, or from a table {@code KEYS.tsv} there or one folder up. */
final class Passwords {
    private static final String TABLE = "KEYS.tsv";
    private static final String ENDING = ".password";

    private Passwords() {}

    static Map<String, String> of(Path folder) {
        var passwords = new HashMap<String, String>();
        Stream.of(folder.toAbsolutePath().getParent(), folder)
                .filter(each -> each != null && Files.isReadable(each.resolve(TABLE)))
                .forEach(each -> passwords.putAll(table(each.resolve(TABLE))));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING)).forEach(file -> {
                String name = file.getFileName().toString();
                String password = lines(file).stream().findFirst().orElse("");
                String stem = name.substring(0, name.length() - ENDING.length());
                passwords.put(stem, password);
                passwords.put(stem + ".p12", password);
                passwords.put(stem + ".pfx", password);
            });
        } catch (IOException e) {
            throw new UnusableKey("the folder " + folder + " cannot be read");
        }
        return passwords;
    }

    private static Map<String, String> table(Path file) {
        List<String> lines = new ArrayList<>(lines(file));
        var passwords = new HashMap<String, String>();
        if (lines.isEmpty()) {
            return passwords;
        }
        List<String> head = List.of(lines.remove(0).split("\t", -1));
        int path = head.indexOf("path");
        int password = head.indexOf("password");
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (path >= 0 && password >= 0 && cells.length > Math.max(path, password)) {
                String value = cells[password].equals("-") ? "" : cells[password];
                passwords.put(cells[path].replaceAll(".*/", ""), value);
            }
        }
        return passwords;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }
}
