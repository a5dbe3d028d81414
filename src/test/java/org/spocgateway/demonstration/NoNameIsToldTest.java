package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.spocgateway.PlantedNames;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.Requests;
import org.spocgateway.dispatch.TlsRelay;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.core.env.Environment;

/**
 * The whole story told with the forty planted names in every place of it where people write, and then everything searched that is not
 * for officers and partners. The gateway logs all it can meanwhile: the frameworks at DEBUG, our own and the mail library at TRACE.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoNameIsToldTest {
    private static final String MARK = "a line of this test at the finest level";

    /** Where none of them may stand. */
    private enum Place {
        LOG_FILE,
        CONSOLE,
        ADDRESSES_OF_OFFICERS,
        ADDRESSES_OF_REVIEWERS,
        ADDRESSES_OF_PARTNERS,
        METRICS_THREADS_AND_MANAGED_BEANS,
        HEALTH_PORT,
        LEAVES_AND_CHECKPOINTS,
        PAGES_OF_REVIEWERS,
        CSV_OF_REVIEWERS,
        HEADERS_OF_ALL_THAT_LEFT,
        NOTICES_TO_PARTNERS,
        DATABASE_WHILE_IT_RUNS,
        DATABASE_AT_REST
    }

    private final Map<Place, String> told = new TreeMap<>();
    private final Map<String, String> read = new TreeMap<>();
    private final Set<String> addressed = new HashSet<>();
    private Path state;

    @BeforeAll
    void tell(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        state = folder.resolve("state");
        PrintStream out = System.out;
        PrintStream err = System.err;
        var console = new ByteArrayOutputStream();
        var caught = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(caught);
        System.setErr(caught);
        try {
            new Demonstration(PlantedStory.load(), state, caught, 0, 0, settings()).run(false, this::lookAround);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        told.put(Place.CONSOLE, console.toString(StandardCharsets.UTF_8));
        told.put(Place.LOG_FILE, Files.readString(state.resolve("gateway.log")));
        told.put(Place.DATABASE_AT_REST, bytes(state.resolve("spoc.mv.db")));
    }

    private static Map<String, String> settings() throws IOException {
        var settings = new HashMap<>(DemonstrationTest.ports());
        settings.put("logging.threshold.console", "INFO"); // as the product is delivered
        settings.put("logging.level.root", "DEBUG");
        settings.put("logging.logback.rollingpolicy.max-file-size", "1GB");
        settings.put("logging.level.com.icegreen", "WARN"); // the mail world's own servers, and the browsers
        settings.put("logging.level.org.subethamail", "WARN");
        settings.put("logging.level.jdk.internal.httpclient", "WARN");
        settings.put("logging.level.org.spocgateway", "TRACE");
        settings.put("logging.level.org.eclipse.angus", "TRACE");
        settings.put("logging.level.jakarta.mail", "TRACE");
        return settings;
    }

    private void lookAround(Scene scene) {
        LoggerFactory.getLogger("org.spocgateway.told").trace(MARK);
        var officer = new Walk(scene, Actor.Role.OFFICER);
        read.put("what the story let arrive", kept(scene));
        officer.from("/today");
        read.put("officers' pages", pages(officer.visited, false));
        new TypedNames(scene, officer).everywhere();
        Visited reviewer = new Walk(scene, Actor.Role.REVIEWER).from("/review").visited;
        told.put(Place.ADDRESSES_OF_OFFICERS, String.join("\n", officer.visited.addresses()));
        told.put(Place.ADDRESSES_OF_REVIEWERS, String.join("\n", reviewer.addresses()));
        told.put(Place.ADDRESSES_OF_PARTNERS, String.join("\n", scene.portal.addresses()));
        told.put(Place.PAGES_OF_REVIEWERS, pages(reviewer, false));
        told.put(Place.CSV_OF_REVIEWERS, pages(reviewer, true));
        told.put(Place.METRICS_THREADS_AND_MANAGED_BEANS, managed(scene));
        told.put(Place.HEALTH_PORT, health(scene));
        left(scene);
        read.put("partners' pages", pages(scene.portal, false));
        try (var export = Files.newOutputStream(state.resolve("again.zip"))) {
            scene.part(TransferLog.class).export(export);
            export.close();
            told.put(Place.LEAVES_AND_CHECKPOINTS, unzipped(state.resolve("again.zip")));
            told.put(Place.DATABASE_WHILE_IT_RUNS, databaseInUse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pages(Visited visited, boolean csv) {
        var text = new StringBuilder();
        visited.pages().forEach((asked, source) -> {
            if (asked.contains(".csv") == csv) {
                text.append(source).append('\n');
            }
        });
        return text.toString();
    }

    private static String managed(Scene scene) {
        var text = new StringBuilder();
        scene.part(MeterRegistry.class)
                .getMeters()
                .forEach(meter -> text.append(meter.getId()).append('\n'));
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> text.append(thread.getName()).append('\n'));
        return text.append(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                .toString();
    }

    private static String health(Scene scene) {
        String port = scene.part(Environment.class).getProperty("local.management.port");
        var text = new StringBuilder();
        for (String page :
                List.of("health", "metrics", "prometheus", "env", "httpexchanges", "threaddump", "loggers")) {
            try (var in = URI.create("http://127.0.0.1:" + port + "/actuator/" + page)
                    .toURL()
                    .openStream()) {
                text.append(page).append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException notThere) {
                text.append(page).append(" is not there\n");
            }
        }
        return text.toString();
    }

    private void left(Scene scene) {
        var headers = new StringBuilder();
        for (String relay : List.of("council-relay", "public-relay", "notice-relay")) {
            scene.world.sent(relay).forEach(mail -> addressed.addAll(mail.to()));
            scene.world
                    .sent(relay)
                    .forEach(mail ->
                            headers.append(text(mail).split("\r\n\r\n", 2)[0]).append('\n'));
        }
        told.put(Place.HEADERS_OF_ALL_THAT_LEFT, headers.toString());
        var notices = new StringBuilder();
        scene.world.sent("notice-relay").forEach(mail -> notices.append(text(mail)));
        told.put(Place.NOTICES_TO_PARTNERS, notices.toString());
    }

    private static String text(TlsRelay.Seen mail) {
        return new String(mail.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** What stands on no page: display names, outer headers, mail that nobody can open, unsent questions, who telephoned. */
    private static String kept(Scene scene) {
        var text = new StringBuilder();
        for (Inbound each : scene.atRest()) {
            text.append(new String(scene.part(Intake.class).raw(each.id()), StandardCharsets.ISO_8859_1));
        }
        scene.part(Transfers.class).of(scene.theCase().id()).stream()
                .flatMap(each -> scene.part(Requests.class).outgoing(each.id()).stream())
                .forEach(each -> text.append(each.freeText()));
        scene.part(CallNotes.class)
                .of(scene.theCase().id())
                .forEach(call -> text.append(call.call().caller()));
        return text.toString();
    }

    /** By another process: closing the file here would take H2's lock away. */
    private String databaseInUse() throws IOException {
        Path copy = state.resolve("in-use.mv.db");
        try {
            new ProcessBuilder("cp", state.resolve("spoc.mv.db").toString(), copy.toString())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return bytes(copy);
    }

    private static String bytes(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String unzipped(Path file) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void all_forty_went_in_and_are_read_where_they_belong() {
        Set<PlantedNames.Planted> found = new HashSet<>();
        read.forEach((where, text) -> PlantedNames.foundIn(where, text).forEach(find -> found.add(find.planted())));
        assertThat(PlantedNames.all()).allSatisfy(each -> assertThat(found).contains(each));
        assertThat(PlantedNames.foundIn("", read.get("officers' pages")).stream()
                        .map(PlantedNames.Find::planted)
                        .distinct())
                .hasSizeGreaterThan(25);
        assertThat(read.get("partners' pages")).contains("Thistlequaver", "Flummoxbury");
    }

    @ParameterizedTest
    @EnumSource
    void none_of_them_is_told(Place place) {
        assertThat(PlantedNames.foundIn(place.name(), bytes(told.get(place)))).isEmpty();
    }

    /** Without this the test above would prove nothing: every place was looked at, and one name there would have been seen. */
    @ParameterizedTest
    @EnumSource
    void one_name_planted_there_is_found(Place place) {
        String text = told.get(place);
        assertThat(text).isNotBlank();
        int middle = text.length() / 2;
        String spoilt = text.substring(0, middle) + " Orlanthe Zwickelbarth " + text.substring(middle);
        assertThat(PlantedNames.foundIn(place.name(), bytes(spoilt)))
                .extracting(find -> find.planted().word())
                .containsOnly("Zwickelbarth");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_searched_is_what_was_meant() {
        assertThat(told.get(Place.LOG_FILE))
                .contains(MARK, "DispatcherServlet", "/review/transfers", "/r/", "/api/v1/requests");
        assertThat(told.get(Place.CONSOLE)).contains(" INFO ").doesNotContain(" DEBUG ", " TRACE ");
        assertThat(told.get(Place.METRICS_THREADS_AND_MANAGED_BEANS)).contains("http.server.requests", "hikari");
        assertThat(told.get(Place.HEALTH_PORT)).contains("\"UP\"", "metrics is not there");
        assertThat(told.get(Place.LEAVES_AND_CHECKPOINTS)).contains("out.sent");
        assertThat(told.get(Place.CSV_OF_REVIEWERS)).contains("Larkhill NHS Trust");
        assertThat(told.get(Place.HEADERS_OF_ALL_THAT_LEFT)).contains("Subject: ");
        assertThat(told.get(Place.ADDRESSES_OF_PARTNERS)).contains("/r/", "/request/file/");
        assertThat(told.get(Place.DATABASE_AT_REST)).hasSizeGreaterThan(100_000);
        assertThat(told.get(Place.DATABASE_WHILE_IT_RUNS)).hasSizeGreaterThan(100_000);
    }

    @Test
    void no_log_line_tells_whom_a_mail_went_to() {
        assertThat(addressed).hasSizeGreaterThan(3);
        assertThat(told.get(Place.LOG_FILE)).doesNotContain(addressed);
        assertThat(told.get(Place.CONSOLE)).doesNotContain(addressed);
    }

    @Test
    void neither_the_state_folder_nor_any_name_of_a_file_in_it_tells_one() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("spoc.mv.db", "in-use.mv.db", "checkpoint", "gateway.log", "transfer-log.zip");
        }
        assertThat(PlantedNames.foundIn(state)).isEmpty();
    }
}
