package org.spocgateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail of 150 MB in a process with a heap of 64 MB: sealed, stored, opened, verified; and nothing is left of a changed one. */
class LargeMailTest {
    @TempDir
    private Path folder;

    @Test
    void a_mail_of_150_mb_is_sealed_and_opened_in_64_mb_and_a_changed_one_yields_nothing() throws IOException {
        Map<String, String> told = run();

        String whole = " VALID true " + told.get("content");
        assertThat(told.get("cbc")).endsWith(whole);
        assertThat(told.get("gcm")).endsWith(whole);
        assertThat(Long.parseLong(told.get("cbc").split(" ")[0])).isBetween(145_000_000L, 150_000_000L);
        assertThat(told.get("changed")).startsWith("Unopened[fault=DAMAGED").endsWith(" 0");
    }

    private Map<String, String> run() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMail.class.getName(),
                        folder.toString())
                .redirectError(new File("target/large-mail.log"))
                .start();
        var told = new HashMap<String, String>();
        try (var lines = process.inputReader()) {
            lines.lines()
                    .filter(line -> line.contains(" "))
                    .forEach(line -> told.put(line.split(" ", 2)[0], line.substring(line.indexOf(' ') + 1)));
        }
        return told;
    }
}
