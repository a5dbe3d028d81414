package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseTableTest {
    /** The whole table: an event, where it leads, and from where; from anywhere else it leads nowhere. */
    @ParameterizedTest
    @CsvSource({
        "WITH_POLICE,        AWAITING_POLICE,    NEW",
        "GATE_OPENS,         GATHERING_OPEN,     NEW AWAITING_POLICE RETURNED_TO_POLICE STOPPED CLOSED",
        "GATE_CLOSES,        AWAITING_POLICE,    GATHERING_OPEN REQUESTS_OUT READY_FOR_PANEL",
        "STOP,               STOPPED,            NEW AWAITING_POLICE GATHERING_OPEN REQUESTS_OUT READY_FOR_PANEL PANEL_HELD ADOPTED NOT_ADOPTED RETURNED_TO_POLICE",
        "REQUEST_APPROVED,   REQUESTS_OUT,       GATHERING_OPEN READY_FOR_PANEL",
        "REQUESTS_UNDONE,    GATHERING_OPEN,     REQUESTS_OUT",
        "READY,              READY_FOR_PANEL,    GATHERING_OPEN REQUESTS_OUT",
        "PANEL_MEETS,        PANEL_HELD,         READY_FOR_PANEL",
        "ADOPT,              ADOPTED,            PANEL_HELD",
        "DO_NOT_ADOPT,       NOT_ADOPTED,        PANEL_HELD",
        "RETURN_TO_POLICE,   RETURNED_TO_POLICE, PANEL_HELD",
        "CLOSE,              CLOSED,             NEW AWAITING_POLICE GATHERING_OPEN REQUESTS_OUT READY_FOR_PANEL PANEL_HELD ADOPTED NOT_ADOPTED RETURNED_TO_POLICE STOPPED",
        "REOPEN,             AWAITING_POLICE,    CLOSED REVIEW_6M REVIEW_12M",
        "DUPLICATE,          DUPLICATE_OF,       NEW AWAITING_POLICE GATHERING_OPEN REQUESTS_OUT READY_FOR_PANEL PANEL_HELD ADOPTED NOT_ADOPTED RETURNED_TO_POLICE STOPPED",
        "NOT_DUPLICATE,      AWAITING_POLICE,    DUPLICATE_OF",
        "SIX_MONTHS_PASS,    REVIEW_6M,          CLOSED",
        "TWELVE_MONTHS_PASS, REVIEW_12M,         CLOSED REVIEW_6M",
        "RETENTION_ENDS,     PURGE_DUE,          DUPLICATE_OF REVIEW_12M",
        "PURGE,              PURGED,             PURGE_DUE",
    })
    void an_event_leads_where_the_table_says(CaseEvent event, CaseState leads, String from) {
        Set<String> places = new TreeSet<>(List.of(from.split(" ")));
        for (CaseState state : CaseState.values()) {
            assertThat(CaseTable.next(state, event).map(Enum::name).orElse("-"))
                    .as(state + " " + event)
                    .isEqualTo(places.contains(state.name()) ? leads.name() : "-");
        }
    }

    @Test
    void the_table_above_names_every_event() throws NoSuchMethodException {
        var rows = CaseTableTest.class
                .getDeclaredMethod(
                        "an_event_leads_where_the_table_says", CaseEvent.class, CaseState.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();

        assertThat(Arrays.stream(rows).map(row -> row.replaceAll(",.*", "")))
                .containsExactlyInAnyOrder(
                        Arrays.stream(CaseEvent.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void every_state_is_reached_from_new_and_purged_is_left_by_nothing() {
        Set<CaseState> reached = EnumSet.of(CaseState.NEW);
        for (int i = 0; i < CaseState.values().length; i++) {
            reached.addAll(reached.stream().flatMap(CaseTableTest::after).collect(Collectors.toSet()));
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(CaseState.class));
        assertThat(after(CaseState.PURGED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void police_can_stop_whatever_is_open_and_a_stop_is_left_only_by_an_open_gate_or_an_end(CaseState state) {
        boolean stops = CaseTable.next(state, CaseEvent.STOP).isPresent();
        assertThat(stops).isEqualTo(state.isOpen() && state != CaseState.STOPPED);
        assertThat(after(CaseState.STOPPED))
                .containsOnly(CaseState.GATHERING_OPEN, CaseState.CLOSED, CaseState.DUPLICATE_OF);
        assertThat(CaseState.of(state.word())).isEqualTo(state);
    }

    private static Stream<CaseState> after(CaseState state) {
        return Arrays.stream(CaseEvent.values()).flatMap(event -> CaseTable.next(state, event).stream());
    }
}
