package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code is documented in docs/codes.md, which is written from the code: {@code -Dcodes.write=true}. */
class CodesTest {
    private static final Path PAGE = Path.of("docs/codes.md");

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("codes.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    @Test
    void no_code_stands_for_two_causes() {
        List<String> codes = Stream.concat(
                        Arrays.stream(Fault.values()).map(Fault::code),
                        Arrays.stream(Proof.values()).map(Proof::code))
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z0-9]+(-[A-Z0-9]+)+"));
    }

    @Test
    void no_two_causes_are_told_in_the_same_words() {
        assertThat(Fault.values()).extracting(Fault::sentence).doesNotHaveDuplicates();
    }

    @Test
    void every_way_in_which_sealed_mail_fails_is_answered_alike() {
        assertThat(List.of(Fault.RECIPIENT, Fault.ALGORITHM, Fault.DAMAGED, Fault.NOT_CMS))
                .extracting(Fault::answer)
                .containsOnly("SEALED");
    }

    private static String page() {
        return """
                # Codes

                Written by `CodesTest` from `Fault` and `Proof`; the build fails when this page differs. A code stands on the officer's screen, in the
                transfer log and in `gateway explain --eml`. The sender never sees one: nothing that leaves the house tells which way opening failed.

                ## Why a message was not opened

                In this order the causes are tried; the first that applies is the answer. The message is kept byte for byte.

                """
                + table(fault -> fault.isAboutOpening() && fault.effect() == Fault.Effect.UNOPENED)
                + "\n## Opened, but a part stays closed\n\n"
                + table(fault -> fault.isAboutOpening() && fault.effect() != Fault.Effect.UNOPENED)
                + "\n## Why the sender is not believed\n\nThe gravest comes first. A message with any of the first two effects is never shown as verified.\n\n"
                + table(fault -> !fault.isAboutOpening())
                + "\n## Opened, and nothing speaks against it\n\n| Code | How it came |\n|---|---|\n"
                + Arrays.stream(Proof.values())
                        .map(proof -> "| " + proof.code() + " | " + proof.sentence() + " |\n")
                        .reduce("", String::concat);
    }

    private static String table(Predicate<Fault> which) {
        var table = new StringBuilder("| Code | What happened | Next step | What it does |\n|---|---|---|---|\n");
        Arrays.stream(Fault.values())
                .filter(which)
                .forEach(fault -> table.append("| ")
                        .append(String.join(
                                " | ",
                                fault.code(),
                                fault.sentence(),
                                fault.nextStep(),
                                fault.effect().sentence()))
                        .append(" |\n"));
        return table.toString();
    }
}
