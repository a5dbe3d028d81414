package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.GatewayApplication;
import org.spocgateway.RunningGateway;

/**
 * The process itself, started with a page of routes/ into which a forbidden step was written: it ends with 2 and one sentence.
 *
 * <p>It has everything it needs to run. Had it listened, its web server would have said so; its mail server is a socket of this test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpoiltPageTest {
    private static final String PAGE_50 = "50-enforce-channel-rules.camel.yaml";
    private static final String ENFORCE = "- bean: { ref: channelRules, method: enforce }";
    private static final String ONLY_STEPS = "' is not allowed in a page; a step is bean, choice or throwException.";

    private enum Forbidden {
        TO("- to: smtps:relay.example", "'to" + ONLY_STEPS),
        TO_DYNAMIC("- toD: { uri: \"${body}\" }", "'toD" + ONLY_STEPS),
        WIRE_TAP("- wireTap: { uri: direct:elsewhere }", "'wireTap" + ONLY_STEPS),
        LOG_OF_THE_BODY("- log: \"${body}\"", "'log" + ONLY_STEPS),
        FOREIGN_BEAN(
                "- bean: { ref: dataSource, method: getConnection }",
                "bean 'dataSource' is not a step: its class does not carry @Step; call one that does.");

        private final String step;
        private final String sentence;

        Forbidden(String step, String sentence) {
            this.step = step;
            this.sentence = sentence;
        }
    }

    /**
     * What a start left behind.
     *
     * @param out standard output
     * @param err standard error
     */
    private record Ended(int code, List<String> out, List<String> err, int line, Path state) {}

    private final Map<Forbidden, Ended> ended = new EnumMap<>(Forbidden.class);
    private ServerSocket mailServer;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        mailServer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Map<Forbidden, Process> running = new EnumMap<>(Forbidden.class);
        for (Forbidden each : Forbidden.values()) {
            Path place = folder.resolve(each.name());
            Routes.copied(place).replace(PAGE_50, ENFORCE, each.step);
            running.put(each, process(place));
        }
        for (var each : running.entrySet()) {
            ended.put(
                    each.getKey(),
                    end(
                            each.getKey(),
                            each.getValue(),
                            folder.resolve(each.getKey().name())));
        }
    }

    @AfterAll
    void letGo() throws IOException {
        mailServer.close();
    }

    private Process process(Path place) throws IOException {
        var settings = RunningGateway.settings(DemonstrationPki.shared(), place.resolve("state"));
        settings.put("gateway.routes", place.resolve("routes").toString());
        for (String account : List.of("spoc", "community-safety")) {
            settings.put("mail.accounts." + account + ".host", "localhost");
            settings.put("mail.accounts." + account + ".port", String.valueOf(mailServer.getLocalPort()));
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                mainClassPath(),
                GatewayApplication.class.getName()));
        command.addAll(List.of(RunningGateway.arguments(settings)));
        return new ProcessBuilder(command)
                .redirectOutput(place.resolve("out").toFile())
                .redirectError(place.resolve("err").toFile())
                .start();
    }

    /** What the jar would hold: nothing of the test tree. */
    private static String mainClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(each -> !each.endsWith("test-classes") && !each.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Ended end(Forbidden how, Process process, Path place) throws IOException, InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        int line = new Routes(place.resolve("routes")).lineOf(PAGE_50, how.step);
        return new Ended(
                process.exitValue(),
                Files.readAllLines(place.resolve("out")),
                Files.readAllLines(place.resolve("err")),
                line,
                place.resolve("state"));
    }

    @ParameterizedTest
    @EnumSource
    void a_forbidden_step_ends_the_start_with_2_and_one_sentence_with_file_line_and_fix(Forbidden how) {
        Ended end = ended.get(how);

        assertThat(end.out())
                .as("nothing but that it starts: no web server")
                .allMatch(line -> line.contains(" INFO ") && line.contains("GatewayApplication"));
        assertThat(end.err())
                .filteredOn(line -> !line.startsWith("WARNING: ")) // newer JDKs' own
                .containsExactly(PAGE_50 + ":" + end.line() + ": " + how.sentence);
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.state()).as("no database is opened").doesNotExist();
    }

    @Test
    void none_of_them_polled_a_mailbox() throws IOException {
        mailServer.setSoTimeout(1);
        assertThat(catchThrowable(mailServer::accept))
                .as("nobody knocked at the mail server")
                .isInstanceOf(SocketTimeoutException.class);
    }
}
