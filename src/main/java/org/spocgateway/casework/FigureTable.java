package org.spocgateway.casework;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Counts under one heading, shown so that nobody can be told from them (R26).
 *
 * <p>A count of 1 to 4 is not shown. Where its neighbours and the total would give it away, the smallest neighbour is not shown either
 * (secondary suppression); where the total itself is 1 to 4, nothing but zeros is shown.
 *
 * @param rows label to count, in order; together they are the total
 */
public record FigureTable(String heading, Map<String, Long> rows) {
    /** In the place of a count that is not shown. */
    public static final String HIDDEN = "not shown";

    static final long LEAST = 5;
    /** The label of the last row. */
    static final String TOTAL = "Total";

    public FigureTable {
        rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Label to what may be shown, the total last. */
    public Map<String, String> shown() {
        long total = rows.values().stream().mapToLong(each -> each).sum();
        Set<String> hidden = hidden(total);
        var shown = new LinkedHashMap<String, String>();
        rows.forEach((label, count) -> shown.put(label, hidden.contains(label) ? HIDDEN : String.valueOf(count)));
        shown.put(TOTAL, isSmall(total) ? HIDDEN : String.valueOf(total));
        return shown;
    }

    private Set<String> hidden(long total) {
        if (isSmall(total)) {
            return labels(rows.keySet().stream().filter(each -> count(each) > 0).toList());
        }
        Set<String> hidden = labels(
                rows.keySet().stream().filter(each -> isSmall(count(each))).toList());
        List<String> neighbours = rows.keySet().stream()
                .filter(each -> count(each) >= LEAST)
                .sorted(Comparator.comparing(this::count))
                .toList();
        int small = hidden.size();
        int more = 0;
        while (small > 0 && more < neighbours.size() && givesAway(hidden, small, neighbours, more)) {
            hidden.add(neighbours.get(more));
            more++;
        }
        return hidden;
    }

    /**
     * Whether a reader who knows these rules can tell a small count: what is hidden adds up to the total less what is shown, a hidden
     * neighbour is at least 5 and at most the smallest that is shown. The sum of the small counts must stay open, or at least be neither
     * the least nor the most that they can have.
     */
    private boolean givesAway(Set<String> hidden, int small, List<String> neighbours, int more) {
        long sum = hidden.stream().mapToLong(this::count).sum();
        long most = more < neighbours.size() ? more * count(neighbours.get(more)) : Long.MAX_VALUE;
        long[] open = LongStream.rangeClosed(small, small * (LEAST - 1))
                .filter(each -> sum - each >= more * LEAST && sum - each <= most)
                .toArray();
        boolean extreme = open.length == 1 && (open[0] == small || open[0] == small * (LEAST - 1));
        return open.length < 2 && (small == 1 || extreme);
    }

    private long count(String label) {
        return rows.getOrDefault(label, 0L);
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < LEAST;
    }

    private static Set<String> labels(List<String> labels) {
        return labels.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
