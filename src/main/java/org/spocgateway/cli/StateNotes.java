package org.spocgateway.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.spocgateway.directory.Origin;

/** What an administrator should know about the database and the state folder. */
final class StateNotes {
    private final Places places;
    private final Settings settings;

    StateNotes(Places places, Settings settings) {
        this.places = places;
        this.settings = settings;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        Origin application = new Origin(Settings.NAME, 1);
        String folder = places.config().toString();
        if (settings.database().map(url -> url.startsWith("jdbc:h2")).orElse(true)) {
            findings.add(Finding.of(
                    Finding.Level.NOTE,
                    folder,
                    application,
                    "The database is H2: one process only, and the transfer log is protected by triggers and by proof, not by a database role.",
                    "Set spring.datasource.url to PostgreSQL for production."));
        }
        findings.add(Finding.of(
                Finding.Level.NOTE,
                folder,
                application,
                "The key that signs the transfer log works inside this process.",
                "Keep an earlier checkpoint somewhere else, and verify exports against it."));
        if (Files.isDirectory(places.state()) && KeyFiles.isOpenToOthers(places.state())) {
            findings.add(new Finding(
                    Finding.Level.WARNING,
                    places.state().toString(),
                    1,
                    "The state folder can be read by others.",
                    "chmod 700 " + places.state()));
        }
        return findings;
    }
}
