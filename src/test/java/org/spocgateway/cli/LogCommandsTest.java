package org.spocgateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;

class LogCommandsTest {
    @TempDir
    Path folder;

    @Test
    void an_export_is_verified_and_one_changed_byte_is_found() throws IOException {
        Path zip = export();
        String key = folder.resolve("state/log.vkey").toString();
        var out = new StringWriter();
        assertThat(run(out, "log", "verify", zip.toString(), "--key", key)).isZero();
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);
        assertThat(run(out, "log", "verify", zip.toString(), "--key", key)).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void a_file_that_is_not_there_is_not_understood() {
        assertThat(run(
                        new StringWriter(),
                        "log",
                        "verify",
                        folder.resolve("none.zip").toString()))
                .isEqualTo(2);
    }

    private Path export() throws IOException {
        var log = TransferLogs.open(Databases.h2(), folder.resolve("state"), SettableClock.at("2026-11-24T10:00:00Z"));
        log.sign();
        var out = new ByteArrayOutputStream();
        log.export(out);
        return Files.write(folder.resolve("export.zip"), out.toByteArray());
    }

    private static int run(StringWriter out, String... command) {
        return Commands.run(
                command, new PrintWriter(out, true), new PrintWriter(new StringWriter()), Clock.systemUTC());
    }
}
