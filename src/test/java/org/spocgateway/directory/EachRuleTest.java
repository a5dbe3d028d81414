package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;

/** The rules that are kept by what the directory and the templates hold, one test each. */
class EachRuleTest {
    @TempDir
    Path folder;

    @Test
    void R24_the_answer_to_an_insecure_mail_has_no_place_for_what_was_written() {
        Installation installation = Installation.in(folder);

        String text = Templates.read(installation.config())
                .text("insecure-reply", Map.of("council", "Brackenford", "reference", "REQ-1"));

        assertThat(text).contains("so we do not answer its content here").doesNotContain("{{", ">");
        installation.append("templates/insecure-reply.txt", "\n{{facts}}\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Templates.read(installation.config())))
                .isInstanceOf(ConfigurationFaults.class);
    }

    @Test
    void R28_training_older_than_a_year_is_counted_and_named_and_keeps_nobody_from_working() {
        Installation installation = Installation.in(folder);
        Directory directory = installation.directory();

        Training now = Training.of(directory, LocalDate.of(2026, 11, 24));
        Training lastDay = Training.of(directory, LocalDate.of(2027, 6, 2));
        Training later = Training.of(directory, LocalDate.of(2027, 6, 3));
        installation.replace("directory/officers.yaml", "    trained: 2026-06-02\n", "");
        Training without = Training.of(installation.directory(), LocalDate.of(2026, 11, 24));

        assertThat(now.inDate()).isEqualTo(2);
        assertThat(lastDay.ended()).isEmpty();
        assertThat(later.ended()).containsExactly("marta-quill");
        assertThat(later.inDate()).isEqualTo(1);
        assertThat(without.unknown()).containsExactly("marta-quill");
    }
}
