package org.spocgateway.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.transferlog.TransferLogSettings;
import org.spocgateway.vault.Vault;
import org.spocgateway.vault.Vaults;

/** Packages over a real vault and log. */
public final class House {
    public static final Actor OFFICER = Actor.officer("jo-pendry");
    public static final String PERSON = "Zebedee Quillfeather-Umbrage";

    public final Database database;
    public final SettableClock clock = SettableClock.at("2026-11-24T09:00:00Z");
    public final SecureRandom random = new SecureRandom();
    public final PortalSettings settings =
            new PortalSettings(0, "127.0.0.1", "", Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(14));
    public final Vault vault;
    public final TransferLog log;
    public final Packages packages;

    public House(Database database) {
        this.database = database;
        vault = Vaults.on(database, clock);
        log = new TransferLog(
                database.dataSource(),
                database.tx(),
                vault,
                clock,
                random,
                new TransferLogSettings("brackenford.gov.uk", folder()),
                () -> {});
        packages = new Packages(database.db(), database.tx(), vault, log, clock, random, settings);
    }

    public NewPackage example() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("known", "Is this person, or their household, known to your service?");
        questions.put("support", "What support is in place now?");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", PERSON);
        fields.put("born", "1 May 2001");
        return new NewPackage(
                TransferId.random(random),
                "tidewell-homes",
                new RequestReference("MAPLE-5521"),
                questions,
                fields,
                "Has the tenancy changed?",
                List.of(),
                LocalDate.of(2026, 12, 1));
    }

    /** A staged and live package's link. */
    public String live(NewPackage contents) {
        packages.stage(contents);
        return database.tx().execute(status -> packages.makeLive(contents.id()));
    }

    /** The types of all entries, in order. */
    public List<String> entries() {
        return database.db()
                .sql("select entry_type from log_fact order by seq")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("portal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
