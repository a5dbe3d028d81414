package org.spocgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search itself: a search that finds nothing proves nothing unless it finds what is there. */
class PlantedNamesTest {
    private static final String HIDDEN = "Zwickelbarth";

    @TempDir
    private Path folder;

    @Test
    void there_are_forty_and_no_two_share_a_word() {
        Set<String> words = PlantedNames.all().stream()
                .map(each -> each.word().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(words).hasSize(40);
        assertThat(PlantedNames.people()).contains("Orlanthe Zwickelbarth");
        assertThat(PlantedNames.subjects()).isNotEmpty();
        assertThat(PlantedNames.files()).isNotEmpty();
    }

    static Stream<byte[]> disguises() {
        byte[] plain = ("before " + HIDDEN + " after").getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                plain,
                ("x" + HIDDEN.toUpperCase(java.util.Locale.ROOT)).getBytes(StandardCharsets.UTF_8),
                HIDDEN.getBytes(StandardCharsets.UTF_16LE),
                ("y" + HIDDEN).getBytes(StandardCharsets.UTF_16BE),
                HexFormat.of().formatHex(plain).getBytes(StandardCharsets.UTF_8),
                Base64.getEncoder().encode((HIDDEN + "!").getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encode(("1" + HIDDEN + "!").getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encode(("12" + HIDDEN + "!").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encode(plain));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void a_planted_name_is_found_in_every_form(byte[] bytes) {
        assertThat(PlantedNames.foundIn("here", bytes))
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.planted().word()).isEqualTo(HIDDEN));
    }

    @Test
    void every_one_of_the_forty_is_found() {
        PlantedNames.all()
                .forEach(each -> assertThat(PlantedNames.foundIn("here", "… " + each.text() + " …"))
                        .extracting(PlantedNames.Find::planted)
                        .contains(each));
    }

    @Test
    void file_names_folders_and_packed_logs_are_looked_at() throws IOException {
        Files.writeString(folder.resolve("Crumplehorn.txt"), "nothing");
        Path old = Files.createDirectories(folder.resolve("old")).resolve("gateway.log.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(old))) {
            gzip.write("WARN Nobblequarry".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(PlantedNames.foundIn(folder))
                .extracting(find -> find.planted().word())
                .contains("Crumplehorn", "Nobblequarry");
    }

    @Test
    void what_was_not_planted_is_not_found() {
        assertThat(PlantedNames.foundIn("here", "An ordinary line about mail 7F21."))
                .isEmpty();
    }
}
