package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spocgateway.terms.Gate;

class GateTableTest {
    /** The whole table: an event, then where it leads from CLOSED, PROPOSED, OPEN and STOPPED; a hyphen leads nowhere. */
    @ParameterizedTest
    @CsvSource({
        "MESSAGE_PROPOSES,  PROPOSED, PROPOSED, OPEN,    -",
        "OFFICER_PROPOSES,  PROPOSED, PROPOSED, -,       PROPOSED",
        "SPOKEN_FOR_SECOND, PROPOSED, PROPOSED, -,       PROPOSED",
        "SPOKEN,            OPEN,     OPEN,     -,       -",
        "CONFIRM,           -,        OPEN,     -,       -",
        "DECLINE,           -,        CLOSED,   -,       -",
        "NOT_YET,           CLOSED,   CLOSED,   CLOSED,  -",
        "STOP,              STOPPED,  STOPPED,  STOPPED, STOPPED",
        "LAPSE,             -,        -,        CLOSED,  -",
        "CASE_CLOSES,       CLOSED,   CLOSED,   CLOSED,  STOPPED",
    })
    void an_event_leads_where_the_table_says(
            GateEvent event, String closed, String proposed, String open, String stopped) {
        assertThat(next(Gate.CLOSED, event)).isEqualTo(closed);
        assertThat(next(Gate.PROPOSED, event)).isEqualTo(proposed);
        assertThat(next(Gate.OPEN, event)).isEqualTo(open);
        assertThat(next(Gate.STOPPED, event)).isEqualTo(stopped);
    }

    @Test
    void the_table_above_names_every_event() throws NoSuchMethodException {
        var rows = GateTableTest.class
                .getDeclaredMethod(
                        "an_event_leads_where_the_table_says",
                        GateEvent.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(Arrays.stream(rows).map(row -> row.replaceAll(",.*", "")))
                .containsExactlyInAnyOrder(
                        Arrays.stream(GateEvent.values()).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void nothing_but_an_officer_leads_to_an_open_gate(Gate gate) {
        assertThat(Arrays.stream(GateEvent.values())
                        .filter(event -> gate != Gate.OPEN)
                        .filter(event -> GateTable.next(gate, event).equals(Optional.of(Gate.OPEN))))
                .isSubsetOf(GateEvent.CONFIRM, GateEvent.SPOKEN);
    }

    private static String next(Gate gate, GateEvent event) {
        return GateTable.next(gate, event).map(Gate::name).orElse("-");
    }
}
