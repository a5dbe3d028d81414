package org.spocgateway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** With which keys, authorities and day a mail is looked at; the installation's own where nothing is said. */
final class MailSources {
    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = {
                "our private keys instead of the configured ones: PKCS#12 and PEM files, with their certificates;",
                "passwords in NAME.password beside NAME.p12, or in a table KEYS.tsv (columns path and password)"
            })
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description = "authorities instead of the directory's: certificates, and revocation lists (*.crl)")
    private Optional<Path> trust = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME", description = "as of another moment, such as 2027-04-01T09:00:00Z")
    private Optional<String> at = Optional.empty();

    /** What was asked for cannot be used; the message is one sentence. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    /** As said, each of them checked. */
    record Chosen(Optional<Path> keys, Optional<Path> trust, Clock clock) {}

    Chosen with(Clock now) {
        return new Chosen(
                keys.map(MailSources::folder),
                trust.map(MailSources::folder),
                at.map(MailSources::moment)
                        .map(moment -> Clock.fixed(moment, ZoneOffset.UTC))
                        .orElse(now));
    }

    private static Path folder(Path path) {
        if (!Files.isDirectory(path)) {
            throw new Unusable("'" + path + "' is no folder.");
        }
        return path;
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Unusable("'" + text + "' is no moment; write it like 2027-04-01T09:00:00Z or 2027-04-01.");
        }
    }
}
