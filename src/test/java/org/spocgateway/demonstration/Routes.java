package org.spocgateway.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;

/** A copy of the pages of routes/ to be spoilt by a test, with a state folder beside it for the gateway that is started with them. */
record Routes(Path folder, Path state) {
    static Routes copied(Path into) {
        var copy = new Routes(into.resolve("routes"), into.resolve("state"));
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

    int lineOf(String page, String words) {
        List<String> lines = text(page).lines().toList();
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains(words))
                        .findFirst()
                        .orElseThrow());
    }

    RunningGateway start(MailWorld world, DemonstrationPki pki) {
        return RunningGateway.start(
                world,
                pki,
                state,
                Map.of(
                        "gateway.routes", folder.toString(),
                        "gateway.casework.undo", "PT0S",
                        "gateway.transferlog.patience", "1s"));
    }

    private String text(String page) {
        try {
            return Files.readString(folder.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
