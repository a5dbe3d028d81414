package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseConditionsTest {
    /** The whole table: an event, then what is against it when the threshold is unknown, met, not met, and another route. */
    @ParameterizedTest
    @CsvSource({
        "READY,            threshold-unknown, -, threshold-not-met, threshold-not-met",
        "PANEL_MEETS,      threshold-unknown, -, threshold-not-met, threshold-not-met",
        "ADOPT,            threshold-unknown, -, threshold-not-met, threshold-not-met",
        "DO_NOT_ADOPT,     threshold-unknown, -, -,                 -",
        "RETURN_TO_POLICE, threshold-unknown, -, -,                 -",
        "CLOSE,            threshold-unknown, -, -,                 -",
    })
    void what_police_found_must_be_known(
            CaseEvent event, String unknown, String met, String notMet, String otherRoute) {
        assertThat(List.of(unknown, met, notMet, otherRoute))
                .isEqualTo(Arrays.stream(Threshold.values())
                        .sorted(java.util.Comparator.comparing(
                                each -> List.of("UNKNOWN", "MET", "NOT_MET", "OTHER_ROUTE")
                                        .indexOf(each.name())))
                        .map(threshold -> codes(event, CaseState.PANEL_HELD, threshold, false, true, false))
                        .map(codes -> codes.isEmpty() ? "-" : String.join(" ", codes))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(CaseEvent.class)
    void nothing_else_asks_for_the_threshold_and_nothing_ever_for_consent(CaseEvent event) {
        boolean asks = Stream.of("READY", "PANEL_MEETS", "ADOPT", "DO_NOT_ADOPT", "RETURN_TO_POLICE", "CLOSE")
                .anyMatch(event.name()::equals);

        assertThat(codes(event, CaseState.AWAITING_POLICE, Threshold.UNKNOWN, false, true, false)
                        .isEmpty())
                .isEqualTo(!asks);
        assertThat(codes(event, CaseState.AWAITING_POLICE, Threshold.MET, false, true, false))
                .isEmpty();
    }

    @Test
    void a_case_that_never_was_with_police_closes_without_evidence_but_not_with_a_referral_on_it() {
        assertThat(codes(CaseEvent.CLOSE, CaseState.NEW, Threshold.UNKNOWN, false, false, false))
                .isEmpty();
        assertThat(codes(CaseEvent.CLOSE, CaseState.NEW, Threshold.UNKNOWN, true, false, false))
                .containsExactly("not-forwarded");
        assertThat(codes(CaseEvent.DUPLICATE, CaseState.NEW, Threshold.UNKNOWN, true, false, false))
                .containsExactly("not-forwarded");
        assertThat(codes(CaseEvent.READY, CaseState.GATHERING_OPEN, Threshold.MET, true, false, false))
                .isEmpty();
    }

    @Test
    void every_reason_is_told_never_only_the_first() {
        assertThat(codes(CaseEvent.CLOSE, CaseState.STOPPED, Threshold.UNKNOWN, true, false, false))
                .containsExactly("threshold-unknown", "not-forwarded", "closing-evidence");
    }

    @Test
    void a_legal_hold_keeps_a_case_from_being_purged_and_from_nothing_else() {
        for (CaseEvent event : CaseEvent.values()) {
            List<String> held = codes(event, CaseState.PURGE_DUE, Threshold.MET, false, true, true);
            assertThat(held).isEqualTo(event == CaseEvent.PURGE ? List.of("legal-hold") : List.of());
        }
        assertThat(codes(CaseEvent.PURGE, CaseState.PURGE_DUE, Threshold.MET, false, true, false))
                .isEmpty();
    }

    private static List<String> codes(
            CaseEvent event, CaseState state, Threshold threshold, boolean waits, boolean evidence, boolean hold) {
        var standing = new CaseStanding(
                state, Instant.EPOCH, threshold, SupportConsent.NOT_ASKED, Optional.empty(), Optional.empty(), hold);
        return CaseConditions.against(event, new CaseConditions.Known(standing, waits, evidence)).stream()
                .map(CaseReason::code)
                .toList();
    }
}
