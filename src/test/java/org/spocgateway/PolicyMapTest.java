package org.spocgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every paragraph of the policy → rule → key in config/ → test, or why it is not for software; written to docs/policy-map.md. */
class PolicyMapTest {
    private static final Path MAP = Path.of("src/test/resources/policy-map.yaml");
    private static final Path PAGE = Path.of("docs/policy-map.md");
    private static final Path POLICY = Path.of("../shared/policy/bromley-channel-referral-process-2017.txt");
    private static final List<String> PARAGRAPHS = List.of(
            "1.1 1.2 1.3 1.4 1.5 1.6 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 4.5 4.6".split(" "));

    private final List<Map<String, Object>> rows = list(load(MAP), "paragraphs");

    @Test
    void every_paragraph_of_the_policy_stands_in_the_map_once_and_in_order() {
        assertThat(rows).extracting(row -> row.get("paragraph")).isEqualTo(PARAGRAPHS);
    }

    @Test
    @EnabledIf("isPolicyHere")
    void the_list_of_paragraphs_is_that_of_the_policy_itself() throws IOException {
        assertThat(Pattern.compile("(?m)^(?:- )?([1-4]\\.[0-9]) ")
                        .matcher(Files.readString(POLICY))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(PARAGRAPHS);
    }

    static boolean isPolicyHere() {
        return Files.exists(POLICY);
    }

    @Test
    void a_paragraph_has_rules_or_the_reason_why_it_has_none() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.containsKey("rules"))
                        .as(String.valueOf(row.get("paragraph")))
                        .isNotEqualTo(row.containsKey("not-for-software")));
    }

    @Test
    void every_rule_of_the_policy_is_mapped_and_every_mapped_rule_exists() {
        Object rules = load(Path.of("config/release-rules.yaml"));
        var known = new TreeSet<String>();
        list(rules, "rules").forEach(rule -> known.add(text(rule, "id")));
        list(rules, "elsewhere").forEach(rule -> known.add(text(rule, "id")));
        var mapped = new TreeSet<String>();
        entries().forEach(entry -> mapped.add(text(entry, "rule")));
        mapped.remove("");
        assertThat(mapped).isEqualTo(known);
    }

    @Test
    void every_key_stands_in_config() {
        assertThat(entries()).allSatisfy(entry -> {
            String[] key = text(entry, "key").split(": ", 2);
            assertThat(find(load(Path.of("config", key[0])), List.of(key[1].split("\\.", -1))))
                    .as(text(entry, "key"))
                    .isPresent();
        });
    }

    @Test
    void every_test_exists() {
        assertThat(entries()).allSatisfy(entry -> {
            String[] test = text(entry, "test").split("#", 2);
            Path source = Path.of("src/test/java/org/spocgateway", test[0].replace('.', '/') + ".java");
            assertThat(source).exists();
            assertThat(Files.readString(source)).contains("void " + test[1] + "(");
        });
    }

    @Test
    void a_key_that_is_not_there_is_found_missing() {
        assertThat(find(load(Path.of("config/channels.yaml")), List.of("gcsx", "profiles", "modern", "familys")))
                .isEmpty();
    }

    @Test
    void the_page_says_what_the_map_says() throws IOException {
        if (Boolean.getBoolean("policy-map.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private String page() {
        var page = new StringBuilder("# The policy, paragraph by paragraph\n\n"
                + "Written by `PolicyMapTest` from src/test/resources/policy-map.yaml; the build fails on a gap and when this page differs.\n\n"
                + "| Paragraph | The policy says | Rule | Key in config/ | Test |\n|---|---|---|---|---|\n");
        for (Map<String, Object> row : rows) {
            String head = "| " + text(row, "paragraph") + " | " + text(row, "says") + " | ";
            for (Map<String, Object> entry : list(row, "rules")) {
                page.append(head)
                        .append(text(entry, "rule"))
                        .append(" | `")
                        .append(text(entry, "key"))
                        .append("` | ")
                        .append(test(entry))
                        .append(" |\n");
                head = "| | | ";
            }
            if (row.containsKey("not-for-software")) {
                page.append(head)
                        .append("| | not for software, because ")
                        .append(text(row, "not-for-software"))
                        .append(" |\n");
            }
            if (row.get("not-built") instanceof List<?> missing) {
                page.append("| | | ")
                        .append(missing.get(0))
                        .append(" | | not built: ")
                        .append(missing.get(1))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static String test(Map<String, Object> entry) {
        String[] test = text(entry, "test").split("#", 2);
        return "`" + test[0] + "`: " + test[1].replace('_', ' ');
    }

    private List<Map<String, Object>> entries() {
        return rows.stream().flatMap(row -> list(row, "rules").stream()).toList();
    }

    /** Follows keys; in a list the next part is the id of an entry, or a key of any entry. */
    private static Optional<Object> find(Object at, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(at);
        }
        List<String> rest = path.subList(1, path.size());
        if (at instanceof List<?> entries) {
            Optional<?> named = entries.stream()
                    .filter(each -> each instanceof Map<?, ?> map && path.get(0).equals(map.get("id")))
                    .findFirst();
            return named.isPresent()
                    ? find(named.get(), rest)
                    : entries.stream()
                            .flatMap(each -> find(each, path).stream())
                            .findFirst();
        }
        Object next = at instanceof Map<?, ?> map ? map.get(path.get(0)) : null;
        return next == null ? Optional.empty() : find(next, rest);
    }

    private static Object load(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object map, String key) {
        return new ArrayList<>((List<Map<String, Object>>) ((Map<String, Object>) map).getOrDefault(key, List.of()));
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.getOrDefault(key, ""));
    }
}
