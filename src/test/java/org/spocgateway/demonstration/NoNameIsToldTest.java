package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.PlantedNames;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole story told with the forty planted names in every place of it where people write, and then all that is not for officers
 * searched: log lines, addresses, metrics, leaves, the reviewers' pages and files, the database and everything else in the state folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoNameIsToldTest {
    private static final int PAGES_MOST = 400;
    private static final String TEXT = "\n  text: |\n";

    private final Map<String, String> officer = new TreeMap<>();
    private final Map<String, String> reviewer = new TreeMap<>();
    private final Set<PlantedNames.Planted> readable = new HashSet<>();
    private final List<String> meters = new ArrayList<>();
    private Path state;

    @BeforeAll
    void tell(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        state = folder.resolve("state");
        new Demonstration(Story.of(planted()), state, silent(), 0, 0, settings()).run(false, this::lookAround);
    }

    private static Map<String, String> settings() throws IOException {
        var settings = new HashMap<>(DemonstrationTest.ports());
        settings.put("logging.level.root", "DEBUG");
        settings.put("logging.level.com.icegreen", "INFO"); // the mail world's own servers
        settings.put("logging.level.org.subethamail", "INFO");
        settings.put("logging.level.org.spocgateway", "TRACE");
        settings.put("logging.level.org.eclipse.angus", "TRACE");
        return settings;
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    /** The story with the forty in its subjects, senders, texts, file names, the call, the person and the partner's answer. */
    private static String planted() throws IOException {
        List<String> people = PlantedNames.people();
        List<String> subjects = PlantedNames.subjects();
        List<String> files = PlantedNames.files();
        String all = String.join("; ", people) + "; " + String.join("; ", subjects) + "; " + String.join("; ", files);
        String told = story().replace("Tamsin Ridgewell", people.get(0))
                .replace("\"Dana Okafor <", "\"" + people.get(1) + " <")
                .replace("PC Ros Adeyemi-Hale\"", people.get(2) + "\"")
                .replace("name: \"Ama Serwaa\"", "name: \"" + people.get(3) + "\"")
                .replace("14 Quillet Row", people.get(4) + " House")
                .replace("Worried about a resident", subjects.get(0))
                .replace("RE: your referral - checks complete", subjects.get(1))
                .replace("\"Secure document\"", "\"Secure document " + subjects.get(2) + "\"")
                .replace("Channel referral - PCM", subjects.get(3) + " Channel referral - PCM")
                .replace("RE: [{request}] information request", "RE: [{request}] " + subjects.get(4))
                .replace("Webinar: understanding", subjects.get(5) + " understanding")
                .replace("HOLD - PCM/2026/004213", "HOLD - PCM/2026/004213 " + subjects.get(8))
                .replace("\n  attachment-kilobytes: 34\n  attachment-name: Referral PCM-2026-004213.pdf", "");
        for (int mail = 0; told.contains(TEXT); mail++) {
            told = told.replaceFirst(
                    Pattern.quote(TEXT),
                    Matcher.quoteReplacement("\n  attachment-kilobytes: 1\n  attachment-name: \"" + files.get(mail)
                            + "\"\n  text: >-2 |\n    About " + all + ".\n"));
        }
        return told.replace("  text: >-2 |", "  text: |");
    }

    private static String story() throws IOException {
        try (InputStream in = NoNameIsToldTest.class.getResourceAsStream("/demonstration/story.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void lookAround(Scene scene) {
        walk(scene, Actor.Role.OFFICER, "/today", officer);
        walk(scene, Actor.Role.REVIEWER, "/review", reviewer);
        var intake = scene.part(Intake.class);
        for (Inbound each : new InboundAtRest(scene.part(JdbcClient.class), intake).all()) {
            PlantedNames.foundIn("", readable(intake, each)).forEach(find -> readable.add(find.planted()));
        }
        scene.part(MeterRegistry.class)
                .getMeters()
                .forEach(meter -> meters.add(meter.getId().toString()));
        try (var export = Files.newOutputStream(state.resolve("again.zip"))) {
            scene.part(TransferLog.class).export(export);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readable(Intake intake, Inbound inbound) {
        if (inbound.opened().isEmpty()) {
            return "";
        }
        var mail = intake.mail(inbound.id());
        return mail.fromDisplay() + " " + mail.subject() + " " + mail.text() + " "
                + mail.attachments().stream().map(ReadMail.Attachment::fileName).toList();
    }

    /** Opens every page that links lead to from the first one; nothing is pressed. */
    private static void walk(Scene scene, Actor.Role role, String first, Map<String, String> pages) {
        String name = "walker." + role.name().toLowerCase(Locale.ROOT);
        String word = ((Added.Made) scene.part(Accounts.class).add(name, "The walking " + role, role)).word();
        String desk = "https://localhost:" + scene.gateway.deskPort();
        var browser = new DeskBrowser(DemonstrationPki.shared().tls(), desk);
        browser.open("/").press("Sign in", Map.of("name", name, "word", word));
        var waiting = new ArrayDeque<>(List.of(first));
        Set<String> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty() && pages.size() < PAGES_MOST) {
            String path = waiting.poll();
            browser.open(path);
            pages.put(path, browser.source());
            for (var link : browser.page().select("a[href]")) {
                URI to = URI.create(link.absUrl("href"));
                String next = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
                if (link.absUrl("href").startsWith(desk) && seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
    }

    @Test
    void they_went_in_and_officers_can_read_them() {
        assertThat(readable).hasSize(40);
        assertThat(officer.values())
                .anyMatch(page -> !PlantedNames.foundIn("", page).isEmpty());
    }

    @Test
    void no_page_or_file_for_reviewers_tells_one() {
        assertThat(reviewer).hasSizeGreaterThan(20);
        assertThat(reviewer.keySet()).anyMatch(path -> path.contains(".csv")).anyMatch(path -> path.contains("/log"));
        reviewer.forEach((path, page) ->
                assertThat(PlantedNames.foundIn("reviewer " + path, page)).isEmpty());
    }

    @Test
    void no_address_tells_one() {
        officer.keySet()
                .forEach(path ->
                        assertThat(PlantedNames.foundIn("address", path)).isEmpty());
        reviewer.keySet()
                .forEach(path ->
                        assertThat(PlantedNames.foundIn("address", path)).isEmpty());
    }

    @Test
    void no_metric_tells_one() {
        assertThat(meters).isNotEmpty();
        meters.forEach(
                meter -> assertThat(PlantedNames.foundIn("metric", meter)).isEmpty());
    }

    @Test
    void no_leaf_tells_one() throws IOException {
        int entries = 0;
        try (var zip = new ZipInputStream(Files.newInputStream(state.resolve("again.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(PlantedNames.foundIn(entry.getName(), zip.readAllBytes()))
                        .isEmpty();
                entries++;
            }
        }
        assertThat(entries).isPositive();
    }

    @Test
    void no_log_line_and_nothing_in_the_state_folder_tells_one() throws IOException {
        assertThat(Files.readString(state.resolve("gateway.log")))
                .as("talks of every address that is asked for")
                .contains("DispatcherServlet", "/review/transfers");
        assertThat(state.resolve("spoc.mv.db")).isNotEmptyFile();
        assertThat(PlantedNames.foundIn(state)).isEmpty();
    }
}
