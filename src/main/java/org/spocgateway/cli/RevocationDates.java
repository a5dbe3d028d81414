package org.spocgateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.wiring.RevocationFiles;

/** Revocation lists below certs/ that say nothing any more: with a stale list nobody can tell whether a signer was withdrawn. */
final class RevocationDates {
    private static final String FIX =
            "Fetch the authority's present list, and let a timer do it from now on; see certs/README.md.";

    private final Path certs;
    private final Instant now;

    RevocationDates(Path certs, Instant now) {
        this.certs = certs;
        this.now = now;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (Path file : files()) {
            sentence(RevocationFiles.read(file))
                    .ifPresent(sentence ->
                            findings.add(new Finding(Finding.Level.WARNING, file.toString(), 1, sentence, FIX)));
        }
        return findings;
    }

    private Optional<String> sentence(List<X509CRL> lists) {
        if (lists.isEmpty()) {
            return Optional.of("This is no revocation list.");
        }
        return lists.stream()
                .filter(list -> list.getNextUpdate() == null
                        || !list.getNextUpdate().toInstant().isAfter(now))
                .map(RevocationDates::stale)
                .min(Comparator.naturalOrder());
    }

    private static String stale(X509CRL list) {
        return list.getNextUpdate() == null
                ? "This revocation list does not say until when it is good, so it proves nothing."
                : "This revocation list was to be renewed by "
                        + list.getNextUpdate().toInstant() + ".";
    }

    private List<Path> files() {
        if (!Files.isDirectory(certs)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(certs)) {
            return tree.filter(file -> file.toString().endsWith(".crl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
