package org.spocgateway.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.spocgateway.scanner.Clamd;
import org.spocgateway.scanner.ClamdAddress;

/** Whether a virus scanner is configured, where it listens, and with {@code --live} what it answers. */
final class ScannerFindings {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String folder;
    private final Settings.Scanner scanner;
    private final boolean live;
    private final List<Finding> findings = new ArrayList<>();

    ScannerFindings(String folder, Settings.Scanner scanner, boolean live) {
        this.folder = folder;
        this.scanner = scanner;
        this.live = live;
    }

    List<Finding> findings() {
        if (scanner.address().isBlank()) {
            add(
                    Finding.Level.NOTE,
                    "No virus scanner is asked: what arrives is opened unscanned.",
                    "Set gateway.intake.scanner.address to clamd's socket, such as unix:/run/clamav/clamd.ctl.");
            return findings;
        }
        try {
            of(ClamdAddress.of(scanner.address()));
        } catch (IllegalArgumentException e) {
            add(
                    Finding.Level.ERROR,
                    "gateway.intake.scanner.address: " + e.getMessage() + ".",
                    "Write one of the two.");
        }
        return findings;
    }

    private void of(ClamdAddress address) {
        if (address.leavesThisComputer()) {
            add(
                    Finding.Level.WARNING,
                    "The virus scanner is on another computer: opened mail goes there unencrypted.",
                    "Run clamd on this computer and use its socket file.");
        }
        if (live) {
            live(address);
        }
    }

    private void live(ClamdAddress address) {
        try {
            add(
                    Finding.Level.NOTE,
                    "The virus scanner answers: " + new Clamd(address, PATIENCE).version() + ".",
                    "Nothing to do.");
        } catch (IOException e) {
            add(
                    Finding.Level.AWAY,
                    "The virus scanner does not answer as it should: " + e.getMessage() + ".",
                    "Start clamd, and let this account reach its socket; until then mail waits unread.");
        }
    }

    private void add(Finding.Level level, String sentence, String fix) {
        findings.add(Finding.of(level, folder, scanner.at(), sentence, fix));
    }
}
