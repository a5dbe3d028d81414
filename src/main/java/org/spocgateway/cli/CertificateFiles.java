package org.spocgateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spocgateway.envelope.PublicOpenPgpKey;

/** Certificates below certs/: those that end soon, and those that nobody names. */
final class CertificateFiles {
    private static final int SOON = 60;

    private final Path config;
    private final Path certs;
    private final LocalDate day;

    CertificateFiles(Path config, Path certs, LocalDate day) {
        this.config = config;
        this.certs = certs;
        this.day = day;
    }

    List<Finding> findings() {
        String named = named();
        var findings = new ArrayList<Finding>();
        for (Path file : files(certs, ".pem")) {
            read(file).flatMap(each -> ending(file, each)).ifPresent(findings::add);
            stranger(file, named).ifPresent(findings::add);
        }
        for (Path file : files(certs, ".asc")) {
            Optional<Finding> stranger = stranger(file, named);
            stranger.or(() -> unfit(file)).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> stranger(Path file, String named) {
        return named.contains(certs.relativize(file).toString())
                ? Optional.empty()
                : Optional.of(warning(
                        file, "Nobody names this certificate.", "Name it in config/directory, or take it out."));
    }

    private Optional<Finding> unfit(Path file) {
        return PublicOpenPgpKey.maySign(
                        text(file), day.atStartOfDay(ZoneOffset.UTC).toInstant())
                ? Optional.empty()
                : Optional.of(warning(
                        file,
                        "Nothing can be signed with this OpenPGP key: it has run out, was withdrawn or is too short.",
                        "Ask its owner for the next one, and have its fingerprint read out by telephone."));
    }

    private static Finding warning(Path file, String sentence, String fix) {
        return new Finding(Finding.Level.WARNING, file.toString(), 1, sentence, fix);
    }

    private Optional<Finding> ending(Path file, X509Certificate certificate) {
        LocalDate last =
                certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, last);
        if (days > SOON) {
            return Optional.empty();
        }
        String sentence = days < 0
                ? "This certificate ended on " + last + "."
                : "This certificate ends on " + last + ", in " + days + " days.";
        return Optional.of(warning(file, sentence, "Ask its owner for the next one; see certs/README.md."));
    }

    private String named() {
        return files(config, ".yaml").stream().map(CertificateFiles::text).collect(Collectors.joining("\n"));
    }

    /** The certificate in a file, if there is one. */
    static Optional<X509Certificate> read(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException | CertificateException e) {
            return Optional.empty(); // told by the directory, which names it
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // told by whoever reads it
        }
    }
}
