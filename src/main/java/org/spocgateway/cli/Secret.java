package org.spocgateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds a secret where the server would: environment, or a folder with one file each. */
record Secret(Path folder) {
    /** By property name, such as {@code gateway.secrets.spoc-2026}. */
    Optional<String> named(String property) {
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getenv(variable.replace("-", "")))
                .or(() -> Optional.ofNullable(System.getenv(variable.replace('-', '_'))))
                .or(() -> file(property));
    }

    private Optional<String> file(String property) {
        Path file = folder.resolve(property);
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
