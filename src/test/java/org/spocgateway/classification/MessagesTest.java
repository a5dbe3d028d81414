package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.envelope.Unopened;

/**
 * Every message of src/test/resources/messages is sorted as its {@code .expect} says. To add a case, add two files.
 *
 * <p>Lines of an {@code .expect}: kind, gate, urgent, grade, cases, requests, police (references); and where they matter profile,
 * opening (a fault's code), person (sent to a person), police-copied, form, known, quoted (a reference in quoted text only).
 */
class MessagesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "messages");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_sorted_as_expected(String name) throws IOException {
        Map<String, String> expected = expectation(name);
        byte[] raw = Files.readAllBytes(FOLDER.resolve(name + ".eml"));

        MailRoom.Sorted sorted = MailRoom.sort(raw, expected.getOrDefault("profile", "modern"));

        Map<String, String> seen = seen(sorted);
        expected.remove("profile");
        seen.keySet().retainAll(expected.keySet());
        assertThat(seen).as(sorted.verdict().rule()).isEqualTo(expected);
        carriesNoWords(sorted.verdict());
    }

    @Test
    void there_are_enough_of_them_and_every_kind_built_now_is_among_them() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(60);
        List<String> kinds = names().stream()
                .map(name -> name.replaceAll("-.*", "").toUpperCase(java.util.Locale.ROOT))
                .distinct()
                .toList();
        assertThat(kinds)
                .contains("K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K10", "K11", "K12", "K14", "K15", "K19")
                .contains("K20", "K26");
    }

    private static void carriesNoWords(Classified verdict) {
        assertThat(verdict.toString()).doesNotContain("PCM", "T.R.", "@");
        assertThat(verdict.evidence())
                .isNotEmpty()
                .allSatisfy(evidence -> assertThat(evidence.rule()).matches("[a-z0-9-]+|[A-Z]+(-[A-Z]+)+"));
    }

    private static Map<String, String> expectation(String name) throws IOException {
        var lines = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(FOLDER.resolve(name + ".expect"))) {
            String[] parts = line.split(":", 2);
            lines.put(parts[0].strip(), parts[1].strip());
        }
        return lines;
    }

    private static Map<String, String> seen(MailRoom.Sorted sorted) {
        Classified verdict = sorted.verdict();
        var seen = new LinkedHashMap<String, String>();
        seen.put("kind", verdict.kind().id());
        seen.put("gate", verdict.effect().name());
        seen.put("urgent", word(verdict.urgent()));
        seen.put("grade", verdict.grade().name());
        seen.put("cases", verdict.cases().stream().map(each -> each.value()).collect(Collectors.joining(", ")));
        seen.put(
                "requests",
                verdict.requests().stream().map(each -> each.value()).collect(Collectors.joining(", ")));
        seen.put("police", String.join(", ", verdict.policeReferences()));
        seen.put(
                "opening",
                sorted.opening() instanceof Unopened one ? one.fault().code() : "opened");
        seen.put("person", word(verdict.sentToPerson()));
        seen.put("police-copied", word(verdict.policeAmongRecipients()));
        seen.put("form", word(verdict.recognisedForm()));
        seen.put("known", word(verdict.knownSender()));
        seen.put(
                "quoted",
                word(verdict.evidence().stream()
                        .anyMatch(evidence -> evidence.rule().equals("reference-in-quoted-text"))));
        return seen;
    }

    private static String word(boolean holds) {
        return holds ? "yes" : "no";
    }
}
