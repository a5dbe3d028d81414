package org.spocgateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.Installation;

/** A whole installation in a folder, keys and passwords too, and commands run in it. */
final class Shell {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    final Installation installation;
    final DemonstrationPki pki;
    private final Path folder;

    /**
     * What a command left behind.
     *
     * @param out standard output
     * @param err standard error
     */
    record Result(int code, String out, String err) {}

    Shell(Path folder) {
        this.folder = folder;
        installation = Installation.in(folder);
        pki = DemonstrationPki.make(folder.resolve("pki"), "for-tests-only", Clock.fixed(NOW, ZoneOffset.UTC));
        installation.replace("application.yaml", "store: state/keys/", "store: " + folder.resolve("pki/keys") + "/");
        for (String key :
                List.of(DemonstrationPki.SPOC_2025, DemonstrationPki.SPOC_2026, DemonstrationPki.SECURE_IDENTITY)) {
            write(
                    folder.resolve("secrets").resolve("gateway.secrets." + key),
                    "for-tests-only".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            chmod(pki.keyFile(key), "rw-------");
        }
    }

    static void chmod(Path file, String permissions) {
        try {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path mail(String name, byte[] bytes) {
        return write(folder.resolve("mail").resolve(name), bytes);
    }

    String line(String file, String text) {
        return installation.config().resolve(file) + ":" + installation.lineOf(file, text);
    }

    Result run(String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--config", installation.config().toString(),
                "--certs", pki.certs().toString(),
                "--state", folder.resolve("state").toString(),
                "--secrets", folder.resolve("secrets").toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Commands.run(
                arguments.toArray(new String[0]),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return new Result(code, out.toString(), err.toString());
    }
}
