package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;

class TemplatesTest {
    @TempDir
    Path folder;

    @Test
    void a_ready_answer_tells_nothing_of_what_was_wrong_and_says_what_to_do() {
        Templates templates = Templates.read(Installation.in(folder).config());

        String text = templates.text("ready-answer", Map.of("council", "Brackenford"));

        assertThat(text)
                .contains("Brackenford")
                .contains("sealed with AES to our present certificate, and signed")
                .doesNotContain("#", "{{");
    }

    @Test
    void a_place_that_nothing_fills_a_missing_file_and_a_stranger_are_told_at_once() throws Exception {
        Installation installation = Installation.in(folder);
        installation.replace("templates/notice.txt", "{{link}}", "{{lnk}}");
        Files.delete(installation.config().resolve("templates/recall.txt"));
        Files.writeString(installation.config().resolve("templates/old.txt"), "x");
        int line = installation.lineOf("templates/notice.txt", "{{lnk}}");
        assertThatThrownBy(() -> Templates.read(installation.config()))
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(each -> each.file() + ":" + each.line())
                                .isEqualTo(List.of(
                                        "templates/notice.txt:" + line,
                                        "templates/old.txt:1",
                                        "templates/recall.txt:1")));
    }
}
