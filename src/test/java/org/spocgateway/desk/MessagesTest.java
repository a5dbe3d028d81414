package org.spocgateway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spocgateway.casework.WaitingFor;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.Trouble;
import org.spocgateway.envelope.Fault;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferKind;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY_IN_TEMPLATE =
            Pattern.compile("#\\{([a-zA-Z0-9.-]+)|'((?:desk|layout)\\.[a-zA-Z0-9.-]+[a-zA-Z0-9])'");
    private static final Pattern KEY_IN_CODE = Pattern.compile("\"((?:desk|layout)\\.[a-zA-Z0-9.-]+[a-zA-Z0-9])\"");
    private static final Pattern SENTENCE = Pattern.compile(">([^<>\\[\\]]*[A-Za-z]{2}[^<>\\[\\]]*)<");

    private final Properties messages = bundles();

    @Test
    void every_key_that_a_page_names_has_a_sentence() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path page : files(RESOURCES.resolve("templates"), ".html")) {
            if (page.toString().matches(".*/templates/(portal|review)/.*")) {
                continue;
            }
            var found = KEY_IN_TEMPLATE.matcher(Files.readString(page));
            while (found.find()) {
                String key = found.group(1) != null ? found.group(1) : found.group(2);
                if (!messages.containsKey(key)
                        && messages.stringPropertyNames().stream().noneMatch(each -> each.startsWith(key + "."))) {
                    missing.add(page.getFileName() + " " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_that_the_code_names_has_a_sentence() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String folder : List.of("desk", "wiring")) {
            for (Path source : files(Path.of("src/main/java/org/spocgateway", folder), ".java")) {
                var found = KEY_IN_CODE.matcher(Files.readString(source));
                while (found.find()) {
                    if (!messages.containsKey(found.group(1))) {
                        missing.add(source.getFileName() + " " + found.group(1));
                    }
                }
            }
        }
        missing.removeIf(each -> each.endsWith("desk.undo") || each.endsWith("desk.code"));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_word_of_other_packages_is_put_into_the_people_s_words() {
        Stream<String> words = Stream.of(
                        Arrays.stream(Gate.values()).map(each -> "desk.gate." + each.word()),
                        Arrays.stream(Gate.values()).map(each -> "desk.goAhead.state." + each.word()),
                        Arrays.stream(Gate.values()).map(each -> "desk.goAhead.done." + each.word()),
                        Arrays.stream(WaitingFor.values()).map(each -> "desk.waitingFor." + each.word()),
                        Arrays.stream(ArrivalGrade.values()).map(each -> "desk.grade." + each.name()),
                        Arrays.stream(MessageKind.values()).map(each -> "desk.kind." + each.name()),
                        Arrays.stream(Fault.values())
                                .filter(each -> each.effect() == Fault.Effect.UNOPENED)
                                .map(each -> "desk.ready." + each.answer()),
                        Arrays.stream(TransferState.values()).map(each -> "desk.state." + each.word()),
                        Arrays.stream(Trouble.values()).map(each -> "desk.trouble." + each.word()),
                        Arrays.stream(PackageStatus.State.values())
                                .map(each -> "desk.state." + each.name().toLowerCase(java.util.Locale.ROOT)),
                        Arrays.stream(TransferChannel.values()).map(each -> "desk.way." + each.word()),
                        Arrays.stream(TransferKind.values()).map(each -> "desk.transferKind." + each.word()),
                        Arrays.stream(AnswerGiven.Answer.values()).map(each -> "desk.answer." + each.name()))
                .flatMap(each -> each);
        assertThat(words.filter(each -> !messages.containsKey(each)).toList()).isEmpty();
    }

    @Test
    void every_sentence_is_well_formed_and_uses_no_straight_apostrophe() {
        messages.forEach((key, sentence) -> {
            assertThat((String) sentence).as((String) key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat((String) sentence)).isNotNull();
        });
    }

    @Test
    void no_sentence_is_hard_coded_in_a_page() throws IOException {
        Set<String> hard = new TreeSet<>();
        for (Path page : files(RESOURCES.resolve("templates"), ".html")) {
            if (page.toString().matches(".*/templates/(portal|review)/.*")) {
                continue;
            }
            String text = Files.readString(page).replaceAll("(?s)<!--.*?-->|<script.*?</script>", "");
            for (String element : text.split("(?=<[a-z])", -1)) {
                var sentence = SENTENCE.matcher(element);
                if (sentence.find() && !element.contains("th:text") && !element.contains("th:replace")) {
                    hard.add(page.getFileName() + ": " + sentence.group(1).strip());
                }
            }
        }
        assertThat(hard).isEmpty();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(each -> each.toString().endsWith(ending)).collect(Collectors.toList());
        }
    }

    private static Properties bundles() {
        var all = new Properties();
        for (String name : List.of("layout", "desk", "portal", "review")) {
            try (var in = MessagesTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
                all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return all;
    }
}
