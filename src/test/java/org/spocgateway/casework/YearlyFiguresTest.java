package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.mailFrom;
import static org.spocgateway.casework.FigureTable.HIDDEN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.classification.MessageKind;

class YearlyFiguresTest {
    private static Map<String, String> shown(long... counts) {
        var rows = new LinkedHashMap<String, Long>();
        for (int i = 0; i < counts.length; i++) {
            rows.put("row " + i, counts[i]);
        }
        return new FigureTable("heading", rows).shown();
    }

    @Test
    void r26_counts_of_one_to_four_are_not_shown_and_zeros_and_fives_are() {
        assertThat(shown(0, 1, 4, 5, 12).values()).containsExactly("0", HIDDEN, HIDDEN, "5", "12", "22");
    }

    @Test
    void r26_a_single_hidden_count_hides_its_smallest_neighbour_since_the_total_would_give_it_away() {
        assertThat(shown(3, 9, 7, 0).values()).containsExactly(HIDDEN, "9", HIDDEN, "0", "19");
        assertThat(shown(1, 1, 9, 7).values())
                .as("two ones add up to two")
                .containsExactly(HIDDEN, HIDDEN, "9", HIDDEN, "18");
        assertThat(shown(4, 4, 9, 7).values())
                .as("and two fours to eight")
                .containsExactly(HIDDEN, HIDDEN, "9", HIDDEN, "24");
    }

    @Test
    void r26_a_small_total_is_not_shown_either() {
        assertThat(shown(3, 0, 1).values()).containsExactly(HIDDEN, "0", HIDDEN, HIDDEN);
        assertThat(shown(0, 0).values()).containsExactly("0", "0", "0");
    }

    /** Whoever knows the rules and sees a table cannot tell any count of 1 to 4 in it. */
    @Test
    void r26_no_table_of_three_rows_gives_a_small_count_away() {
        var possible = new HashMap<List<String>, List<long[]>>();
        for (long a = 0; a < 16; a++) {
            for (long b = 0; b < 16; b++) {
                for (long c = 0; c < 16; c++) {
                    possible.computeIfAbsent(List.copyOf(shown(a, b, c).values()), cells -> new ArrayList<>())
                            .add(new long[] {a, b, c});
                }
            }
        }
        possible.forEach((cells, tables) -> {
            for (int row = 0; row < 3; row++) {
                int at = row;
                boolean small = tables.stream().anyMatch(each -> each[at] > 0 && each[at] < 5);
                long values = tables.stream().map(each -> each[at]).distinct().count();
                assertThat(!small || (cells.get(row).equals(HIDDEN) && values > 1))
                        .as(cells + " row " + row)
                        .isTrue();
            }
        });
        assertThat(possible).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void r26_r27_the_yearly_figures_name_nobody_and_their_hash_stands_in_the_log(CaseworkWorld world) throws Exception {
        for (int i = 0; i < 6; i++) {
            world.arrives(
                    mailFrom("dana.okafor@brackenford.gov.uk", "I am worried."), Mails.of(MessageKind.STAFF_REFERRAL));
        }
        world.ask(world.openCase(), "tidewell-homes", "harbourlight");
        YearlyFigures figures = world.the(YearlyFigures.class);
        YearlyReport leadership = figures.make(2026, "leadership");
        YearlyReport partnership = figures.make(2026, "partnership");

        String csv = String.join("\n", leadership.csv());
        assertThat(csv)
                .startsWith("year,figure,row,count")
                .containsPattern(
                        "2026,\"Referrals, by how they reached the council\",\"Council staff\",\"(\\d+|not shown)\"")
                .doesNotContain("Harbourlight", "T.R.", "dana");
        assertThat(leadership.text()).anyMatch(line -> line.contains(leadership.hash()));
        List<String> leaves = world
                .database
                .db()
                .sql("select leaf from log_entry order by seq desc fetch first 2 rows only")
                .query(byte[].class)
                .list()
                .stream()
                .map(leaf -> new String(leaf, java.nio.charset.StandardCharsets.UTF_8))
                .toList();
        assertThat(leaves.get(1)).contains("report.made", leadership.hash(), "\"leadership\"");
        assertThat(leaves.get(0)).contains("report.made", partnership.hash(), "\"partnership\"");
        assertThat(figures.due()).isFalse();
    }
}
