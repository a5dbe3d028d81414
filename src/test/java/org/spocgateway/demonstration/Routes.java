package org.spocgateway.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the pages of routes/, to be spoilt by a test. */
record Routes(Path folder) {
    static Routes copied(Path into) {
        var copy = new Routes(into.resolve("routes"));
        try (Stream<Path> pages = Files.list(Path.of("routes"))) {
            Files.createDirectories(copy.folder);
            for (Path page : pages.toList()) {
                Files.copy(page, copy.folder.resolve(page.getFileName()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a text of a page; fails when it does not stand there. */
    Routes replace(String page, String from, String to) {
        String text = text(page);
        if (!text.contains(from)) {
            throw new AssertionError(page + " does not say " + from);
        }
        try {
            Files.writeString(folder.resolve(page), text.replace(from, to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Routes remove(String page) {
        try {
            Files.delete(folder.resolve(page));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line, counted from 1, on which these words stand first. */
    int lineOf(String page, String words) {
        List<String> lines = text(page).lines().toList();
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains(words))
                        .findFirst()
                        .orElseThrow());
    }

    private String text(String page) {
        try {
            return Files.readString(folder.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
