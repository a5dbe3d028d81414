package org.spocgateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;

/**
 * The labelled corpus through {@code gateway classify}: nothing opens that should not, no police referral is missed, every stop is recalled.
 *
 * <p>The floors of the set-aside part are those of its second figure; its first, from before anybody had looked at it, stands in
 * docs/classification.md and is published once per release.
 */
class CorpusOfMessagesTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "corpus");

    @TempDir
    Path folder;

    @Test
    void the_tuned_part_has_no_mistake_that_counts_100() throws IOException {
        assertThat(Files.readAllLines(CORPUS.resolve("tuned/labels.tsv"))).hasSizeGreaterThan(400);

        Shell.Result result = classify("tuned", Path.of("config"));

        assertThat(result.code()).as(result.out()).isZero();
        assertThat(figure(result, "macro-F1 kind")).isGreaterThanOrEqualTo(0.99);
        assertThat(figure(result, "macro-F1 gate")).isGreaterThanOrEqualTo(0.98);
        for (String column : List.of("urgent", "grade", "forward", "attach")) {
            assertThat(figure(result, "accuracy " + column)).as(column).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void the_set_aside_part_has_no_mistake_that_counts_100() {
        Shell.Result result = classify("set-aside", Path.of("config"));

        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.out())
                .containsPattern("(?m)^false opening +0$")
                .containsPattern("(?m)^missed police referral +0$")
                .containsPattern("(?m)^stop not recalled +0$");
        assertThat(figure(result, "macro-F1 kind")).isGreaterThanOrEqualTo(0.89);
        assertThat(figure(result, "macro-F1 gate")).isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void without_the_lists_of_negation_it_opens_what_should_stay_closed() throws IOException {
        Path config = Installation.in(folder).config();
        Path page = config.resolve("classification.yaml");
        String rules = Files.readString(page);
        for (String list : List.of("negation", "not-yet", "condition", "strong-condition")) {
            rules = rules.replaceFirst(
                    "(?m)^  " + list + ":.*\\n(?:    - .*\\n|  #.*\\n)+", "  " + list + ": [zyzzyva]\n");
        }
        Files.writeString(page, rules);

        Shell.Result result = classify("tuned", notYets(), config);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("COUNTS 100: false opening: k4-");
    }

    private Path notYets() throws IOException {
        Path some = Files.createDirectories(folder.resolve("k4"));
        try (Stream<Path> files = Files.list(CORPUS.resolve("tuned"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("k4-"))
                    .toList()) {
                Files.copy(file, some.resolve(file.getFileName()));
            }
        }
        return some;
    }

    private Shell.Result classify(String part, Path config) {
        return classify(part, CORPUS.resolve(part), config);
    }

    private Shell.Result classify(String part, Path mails, Path config) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Commands.run(
                new String[] {
                    "classify",
                    "--corpus=" + mails,
                    "--labels=" + CORPUS.resolve(part).resolve("labels.tsv"),
                    "--cases=" + CORPUS.resolve("cases.tsv"),
                    "--directory=" + CORPUS.resolve("directory.tsv"),
                    "--out=" + folder.resolve("out.tsv"),
                    "--config=" + config,
                    "--certs=certs",
                    "--secrets=" + folder
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));
        assertThat(err.toString()).isEmpty();
        return new Shell.Result(code, out.toString(), err.toString());
    }

    private static double figure(Shell.Result result, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " +([0-9.]+)").matcher(result.out());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
