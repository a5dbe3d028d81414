package org.spocgateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.spocgateway.MailMaker;
import org.spocgateway.PlantedNames;
import org.spocgateway.terms.InboundId;

/** Forty planted names, subjects and file names pass through intake and stand nowhere in clear (architecture section 7). */
class NamesStaySealedTest {
    @TempDir
    private Path folder;

    @Test
    void no_planted_name_stands_in_the_database_file_the_state_folder_or_a_log_line() throws IOException {
        ListAppender<ILoggingEvent> lines = listen();
        var texts = new StringBuilder();
        try (var world = new IntakeWorld(folder)) {
            List<InboundId> ids =
                    Stream.concat(mails(), broken()).map(world::accepted).toList();
            world.work();
            for (InboundId id : ids) {
                Inbound mail = world.find(id);
                assertThat(mail.state()).isIn(InboundState.WAITING, InboundState.QUARANTINED);
                texts.append(mail).append(mail.classified()).append('\n');
            }
        } finally {
            stop(lines);
        }

        assertThat(lines.list).as("the parser's failures were logged").isNotEmpty();
        for (ILoggingEvent line : lines.list) {
            assertThat(PlantedNames.foundIn("a log line", line.getFormattedMessage() + line.getThrowableProxy()))
                    .isEmpty();
        }
        assertThat(PlantedNames.foundIn("toString", texts.toString())).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith(".mv.db"));
        }
        assertThat(PlantedNames.foundIn(folder)).isEmpty();
    }

    @Test
    void all_forty_are_in_the_mails() {
        assertThat(mails().flatMap(mail -> PlantedNames.foundIn("a mail", mail).stream())
                        .map(PlantedNames.Find::planted)
                        .distinct())
                .hasSize(40);
    }

    private static Stream<byte[]> mails() {
        List<String> people = PlantedNames.people();
        List<String> subjects = PlantedNames.subjects();
        List<String> files = PlantedNames.files();
        return Stream.iterate(0, index -> index + 1)
                .limit(files.size())
                .map(index -> MailMaker.from(
                                "\"" + people.get(index % people.size()) + "\" <dana.okafor@brackenford.gov.uk>")
                        .to(MailMaker.COMMUNITY_SAFETY)
                        .subject(subjects.get(index % subjects.size()))
                        .text("I am worried about " + people.get(index % people.size()) + ".")
                        .attach(files.get(index), "application/octet-stream", "x".getBytes(StandardCharsets.US_ASCII))
                        .bytes());
    }

    /** A mail that no parser reads and that carries all of them: what a failure tells must not tell them either. */
    private static Stream<byte[]> broken() {
        String all = String.join(" ", PlantedNames.people());
        String head = "From: \"" + all + "\" <a@b.example>\r\nSubject: " + all
                + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        String parts = ("--b\r\nContent-Type: text/plain; name=\""
                        + PlantedNames.files().get(0) + "\"\r\n\r\nx\r\n")
                .repeat(501);
        return Stream.of((head + parts + "--b--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ListAppender<ILoggingEvent> listen() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root().addAppender(lines);
        ours().setLevel(Level.TRACE);
        return lines;
    }

    private static void stop(ListAppender<ILoggingEvent> lines) {
        root().detachAppender(lines);
        ours().setLevel(null);
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("org.spocgateway");
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
