package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.Installation;

class LookalikeTest {
    @TempDir
    static Path folder;

    private static Directory directory;

    @BeforeAll
    static void read() {
        directory = Installation.in(folder).directory();
    }

    @ParameterizedTest
    @CsvSource({
        "prevent.referrals@northmere.police.uk.example, INSIDE_ANOTHER",
        "prevent.referrals@northmere-police-uk.example, INSIDE_ANOTHER",
        "prevent.referrals@mail.northmere.police.uk.evil.example, INSIDE_ANOTHER",
        "prevent.referrals@northrnere.police.uk, ALIKE_LETTERS",
        "prevent.referrals@n0rthmere.police.uk, ALIKE_LETTERS",
        "prevent.referrals@northmerepnn.police.uk, ONE_LETTER",
        "prevent.referrals@northmerre.police.uk, ONE_LETTER",
        "prevent.referrals@nortmhere.police.uk, ONE_LETTER",
        "prevent.referrals@n\u043erthmere.police.uk, OTHER_ALPHABET",
        "prevent.referrals@xn--nrthmere-nbh.police.uk, OTHER_ALPHABET",
        "prevent.referals@northmere.police.uk, ONE_LETTER_BEFORE_AT",
        "larkhill.safegaurding@nhs.net, ONE_LETTER_BEFORE_AT",
        "safeguarding@tidewelhomes.example, ONE_LETTER",
        "safeguarding@tidewe11homes.example, ALIKE_LETTERS",
    })
    void an_address_that_looks_like_one_of_the_directory_is_told(String address, Lookalike.Way way) {
        assertThat(directory.lookalike(address)).map(Lookalike::way).contains(way);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prevent.referrals@northmere.police.uk",
                "larkhill.safeguarding@nhs.net",
                "ros.somebody@northmere.police.uk",
                "another.trust@nhs.net",
                "j.doe@webmail.example",
                "prevent@southvale.police.uk",
                "office@elmtree-primary.example",
                "",
                "@",
                "no address at all"
            })
    void the_real_one_and_a_different_one_are_no_lookalikes(String address) {
        assertThat(directory.lookalike(address)).isEmpty();
    }

    @Test
    void it_says_what_it_looks_like() {
        assertThat(directory.lookalike("x@northmere.police.uk.example"))
                .map(Lookalike::resembles)
                .contains("northmere.police.uk");
    }
}
