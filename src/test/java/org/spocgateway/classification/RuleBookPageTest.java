package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.ConfigurationFault;
import org.spocgateway.directory.Findings;

/** classification.yaml is read strictly: every fault at once, with file, line and fix. */
class RuleBookPageTest {
    @TempDir
    private Path folder;

    @Test
    void unknown_keys_words_lists_and_broken_phrases_are_all_told_with_their_line() {
        var installation = Installation.in(folder)
                .append("classification.yaml", """
                          - { id: spoilt, kind: K1, sneder: [nobody], says: [no-such-list] }
                          - { id: spoilt-too, kind: K99, sender: [postman] }
                          - { id: asks-nothing, kind: K26 }
                        """)
                .replace("classification.yaml", "    - down tools\n", "    - (stand down\n");

        List<ConfigurationFault> faults = faults(installation);

        assertThat(faults)
                .extracting(ConfigurationFault::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("sneder"));
        assertThat(faults)
                .extracting(ConfigurationFault::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("no-such-list"));
        assertThat(faults)
                .extracting(ConfigurationFault::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("K99"));
        assertThat(faults)
                .extracting(ConfigurationFault::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("postman"));
        assertThat(faults)
                .extracting(ConfigurationFault::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("(stand down"));
        assertThat(faults)
                .extracting(ConfigurationFault::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("asks nothing"));
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("classification.yaml");
            assertThat(fault.line()).isGreaterThan(1);
        });
    }

    @Test
    void the_shipped_page_has_no_fault() {
        assertThat(faults(Installation.in(folder))).isEmpty();
    }

    @Test
    void no_phrase_looks_at_faith_or_origin() {
        RuleBook book = MailRoom.ruleBook(Path.of("config"));
        List<String> written = book.phrases().lists().values().stream()
                .flatMap(List::stream)
                .map(Phrase::written)
                .toList();

        assertThat(written)
                .isNotEmpty()
                .noneMatch(
                        phrase -> phrase.matches(
                                "(?i).*\\b(islam|muslim|mosque|christian|church|jew|hindu|sikh|arab|asian|african|ethnic|faith|religi|foreign|immigra|asylum|refugee).*"));
    }

    private static List<ConfigurationFault> faults(Installation installation) {
        var findings = new Findings();
        RuleBookPage.read(ConfigPage.read(installation.config(), "classification.yaml", findings));
        return findings.all();
    }
}
