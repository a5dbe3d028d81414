package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas that editors use say the same as the reader: what is in config/ fits them, and a misspelt key does not. */
class SchemasTest {
    private static final String LINE = "# yaml-language-server: $schema=";

    static Stream<Path> files() throws IOException {
        return Stream.of(Path.of("config"), Path.of("config/directory"))
                .flatMap(SchemasTest::yaml)
                .filter(file -> !file.endsWith("application.yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_names_its_schema_and_fits_it(Path file) throws IOException {
        String first = Files.readAllLines(file).get(0);
        assertThat(first).startsWith(LINE);
        Path schema =
                file.resolveSibling(first.substring(LINE.length()).strip()).normalize();
        assertThat(faults(schema, Files.readString(file))).isEmpty();
    }

    @Test
    void a_misspelt_key_a_wrong_word_and_a_missing_key_do_not_fit() throws IOException {
        String partners = Files.readString(Path.of("config/directory/partners.yaml"))
                .replaceFirst("kind: CONTRACTED", "knid: CONTRACTED")
                .replaceFirst("kind: EXTERNAL", "kind: FRIENDLY");
        assertThat(faults(Path.of("config/schema/partners.json"), partners))
                .containsExactlyInAnyOrder(
                        "/partners/3/knid unknown", "/partners/3/kind missing", "/partners/4/kind not one of");
    }

    private static List<String> faults(Path schema, String yaml) throws IOException {
        var faults = new ArrayList<String>();
        check(load(Files.readString(schema)), load(yaml), "", faults);
        return faults;
    }

    private static Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    @SuppressWarnings("unchecked")
    private static void check(Object schemaNode, Object value, String at, List<String> faults) {
        var schema = (Map<String, Object>) schemaNode;
        if (schema.containsKey("enum") && !((List<Object>) schema.get("enum")).contains(value)) {
            faults.add(at + " not one of");
        }
        if (schema.containsKey("pattern") && !String.valueOf(value).matches(loose((String) schema.get("pattern")))) {
            faults.add(at + " not of the form");
        }
        if ("object".equals(schema.get("type"))) {
            mapping(schema, (Map<String, Object>) value, at, faults);
        }
        if ("array".equals(schema.get("type"))) {
            var list = (List<Object>) value;
            for (int i = 0; i < list.size(); i++) {
                check(schema.get("items"), list.get(i), at + "/" + i, faults);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void mapping(Map<String, Object> schema, Map<String, Object> value, String at, List<String> faults) {
        var properties = (Map<String, Object>) schema.getOrDefault("properties", Map.of());
        ((List<String>) schema.getOrDefault("required", List.of()))
                .stream()
                        .filter(key -> !value.containsKey(key))
                        .forEach(key -> faults.add(at + "/" + key + " missing"));
        value.forEach((key, inner) -> {
            if (properties.containsKey(key)) {
                check(properties.get(key), inner, at + "/" + key, faults);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                faults.add(at + "/" + key + " unknown");
            }
        });
    }

    /** JSON Schema searches for a pattern anywhere. */
    private static String loose(String pattern) {
        return (pattern.startsWith("^") ? "" : ".*") + pattern;
    }

    private static Stream<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
