package org.spocgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.transferlog.EntryType;

/** Every page of routes/ is short, says what it does, and calls one room only. */
class RoutesTest {
    private static final Pattern WRITES = Pattern.compile("description: \"[A-Z][^\"]+ Writes: ([^\"]+)\"");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_at_most_forty_lines_and_begins_with_its_number_and_a_sentence(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        String number = page.getFileName().toString().substring(0, 2);
        assertThat(lines).hasSizeLessThanOrEqualTo(40);
        assertThat(lines.get(0)).startsWith("# " + number + "  ");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_names_the_entries_it_writes_and_each_exists(Path page) throws IOException {
        Set<String> known =
                Arrays.stream(EntryType.values()).map(EntryType::word).collect(Collectors.toSet());
        Matcher writes = WRITES.matcher(Files.readString(page));
        assertThat(writes.find()).as("a description that ends in 'Writes: '").isTrue();
        do {
            for (String word : writes.group(1).split(", ")) {
                assertThat(word.equals("nothing") || known.contains(word))
                        .as(word)
                        .isTrue();
            }
        } while (writes.find());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_beans_of_a_page_come_from_one_package(Path page) throws IOException {
        Set<String> packages = new TreeSet<>();
        Matcher bean = Pattern.compile("ref: (\\w+)").matcher(Files.readString(page));
        while (bean.find()) {
            packages.add(packageOf(bean.group(1)));
        }
        packages.remove("work");
        assertThat(packages).hasSizeLessThanOrEqualTo(1);
    }

    private static String packageOf(String bean) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/spocgateway"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> contains(file, "@Component(\"" + bean + "\")")
                            || file.getFileName().toString().equalsIgnoreCase(bean + ".java"))
                    .map(file -> file.getParent().getFileName().toString())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no class is the bean " + bean));
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
