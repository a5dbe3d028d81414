package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.terms.SchoolTerms;

class AgreementDaysTest {
    private static final Agreement AGREEMENT = agreement(Optional.empty());

    private static Agreement agreement(Optional<String> override) {
        return new Agreement(
                "ISA-NMP-LBB-2026",
                "northmere",
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                "Head of Community Safety & Trading Standards",
                override);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-29, -1, 0",
        "2027-01-30, 60, 60",
        "2027-02-28, 31, 60",
        "2027-03-01, 30, 30",
        "2027-03-23, 8, 30",
        "2027-03-24, 7, 7",
        "2027-03-31, 0, 7",
        "2027-04-01, -1, 0",
        "2026-03-31, 365, 0"
    })
    void r25_people_are_warned_60_30_and_7_days_before_the_agreement_ends_and_told_when_it_is_not_in_force(
            LocalDate day, long left, int step) {
        Optional<AgreementDays> warning = AgreementDays.of(AGREEMENT, day);
        if (day.equals(LocalDate.of(2027, 1, 29))) {
            assertThat(warning).isEmpty();
        } else {
            assertThat(warning).contains(new AgreementDays(AGREEMENT, left, step));
        }
    }

    @Test
    void r25_its_holder_s_override_ends_the_warnings() {
        assertThat(AgreementDays.of(agreement(Optional.of("renewal is signed on Monday")), LocalDate.of(2027, 4, 2)))
                .isEmpty();
    }

    @Test
    void schools_are_closed_between_terms_and_nobody_guesses_beyond_the_last_one() {
        SchoolTerms terms = Directory.read(java.nio.file.Path.of("config"), java.nio.file.Path.of("certs"))
                .schoolTerms();
        assertThat(terms.closedUntil(LocalDate.of(2026, 12, 18))).isEmpty();
        assertThat(terms.closedUntil(LocalDate.of(2026, 12, 19))).contains(LocalDate.of(2027, 1, 4));
        assertThat(terms.closedUntil(LocalDate.of(2027, 7, 22))).isEmpty();
    }
}
