package org.spocgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each of R1 to R32 has a test that is named for it, in the package that keeps the rule. */
class EveryRuleHasItsTest {
    private static final Pattern NAMED = Pattern.compile("void (R\\d+b?)_\\w+\\(");

    @Test
    void from_R1_to_R32() {
        Set<String> rules =
                IntStream.rangeClosed(1, 32).mapToObj(i -> "R" + i).collect(Collectors.toCollection(TreeSet::new));
        rules.add("R19b");

        assertThat(named()).isEqualTo(rules);
    }

    private static Set<String> named() {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return sources.filter(each -> each.endsWith("EachRuleTest.java"))
                    .map(EveryRuleHasItsTest::text)
                    .flatMap(text -> NAMED.matcher(text).results().map(found -> found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
