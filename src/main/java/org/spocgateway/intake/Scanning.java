package org.spocgateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Document;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.scanner.Scan;
import org.spocgateway.scanner.Scanner;
import org.spocgateway.scanner.ScannerAway;
import org.spocgateway.scanner.ScannerSettings;
import org.spocgateway.terms.InboundId;
import org.spocgateway.work.WorldAway;
import org.springframework.stereotype.Component;

/**
 * Has a message scanned before anybody can see what it holds: as it came, as it is after opening, and each of its files by itself.
 *
 * <p>While the scanner is away the message waits where it is and is tried again; it is never let through and never dropped.
 */
@Component
class Scanning {
    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);
    private static final int FORWARDED_MOST = 5;

    private final Scanner scanner;
    private final Duration tryAgain;

    Scanning(Scanner scanner, ScannerSettings settings) {
        this.scanner = scanner;
        this.tryAgain = settings.tryAgain();
    }

    /**
     * Why nobody may see what the message holds; empty if nothing is known against it.
     *
     * @param content after opening; the same as {@code raw} for plain and unopened mail
     * @throws WorldAway while the scanner is away
     */
    Optional<Fault> of(InboundId id, Content raw, Content content) {
        if (!scanner.isOn()) {
            return Optional.empty();
        }
        Optional<Fault> found = whole(id, raw);
        if (found.isEmpty() && content != raw) {
            found = whole(id, content);
        }
        return found.isPresent() ? found : files(id, content);
    }

    /** The same for files that were opened with a password. */
    Optional<Fault> of(InboundId id, List<Document> documents) {
        for (Document each : documents) {
            Optional<Fault> found = scanned(id, each.content());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> whole(InboundId id, Content content) {
        try (InputStream in = content.open()) {
            return fault(id, scanner.scan(in));
        } catch (IOException e) {
            throw away(e);
        }
    }

    private Optional<Fault> files(InboundId id, Content content) {
        try {
            return files(id, ReadMail.of(content), 0);
        } catch (UnreadableMail e) {
            return Optional.empty(); // it was scanned as a whole, and nobody can read more of it here either
        }
    }

    private Optional<Fault> files(InboundId id, ReadMail mail, int depth) {
        for (ReadMail.Attachment each : mail.attachments()) {
            Optional<Fault> found = scanned(id, each.content());
            if (found.isEmpty() && depth < FORWARDED_MOST) {
                found = each.asMail().flatMap(inner -> files(id, inner, depth + 1));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> scanned(InboundId id, byte[] content) {
        try {
            return fault(id, scanner.scan(content));
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static Optional<Fault> fault(InboundId id, Scan scan) {
        if (scan instanceof Scan.Infected infected) {
            LOG.warn("inbound {} is malicious: {}", id, infected.name());
            return Optional.of(Fault.INFECTED);
        }
        return scan instanceof Scan.TooLarge ? Optional.of(Fault.SCAN_TOO_LARGE) : Optional.empty();
    }

    private RuntimeException away(IOException why) {
        return why instanceof ScannerAway
                ? new WorldAway(String.valueOf(why.getMessage()), tryAgain, why)
                : new UncheckedIOException(why);
    }
}
