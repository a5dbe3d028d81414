package org.spocgateway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * How a trial's rows agree with people's labels. A false opening, a police referral that is missed and a stop that is not recalled count
 * 100 each; any other mistaken kind or gate counts 1.
 */
final class CorpusScore {
    private static final int WEIGHTY = 100;
    private static final String KIND = "kind";
    private static final String GATE = "gate";
    private static final Set<String> REFERRALS = Set.of("K1", "K2", "K7");

    private final CorpusLabels labels;
    private final List<Judged> judged = new ArrayList<>();
    private final List<String> unlabelled = new ArrayList<>();
    private final List<String> missing;

    /** One file that was labelled. */
    private record Judged(CorpusRow row, Map<String, String> label) {
        String label(String column) {
            return label.getOrDefault(column, "");
        }

        boolean agrees(String column) {
            return CorpusLabels.agrees(column, row.value(column), label(column));
        }

        /** What is wrong about it that counts 100, if anything. */
        Optional<String> weighty() {
            String gate = row.value(GATE);
            if (!label(GATE).isEmpty()
                    && gate.equals("OPEN_PROPOSED")
                    && !label(GATE).equals(gate)) {
                return Optional.of("false opening");
            }
            if (REFERRALS.contains(label(KIND)) && !REFERRALS.contains(row.value(KIND))) {
                return Optional.of("missed police referral");
            }
            boolean isStop = label(GATE).equals("STOP")
                    || label(GATE).isEmpty() && label(KIND).equals("K5");
            return isStop && !gate.equals("STOP") ? Optional.of("stop not recalled") : Optional.empty();
        }
    }

    CorpusScore(List<CorpusRow> rows, CorpusLabels labels) {
        this.labels = labels;
        for (CorpusRow row : rows) {
            labels.of(row.file())
                    .ifPresentOrElse(label -> judged.add(new Judged(row, label)), () -> unlabelled.add(row.file()));
        }
        missing = labels.without(rows);
    }

    /** How many mistakes count 100. */
    int weighty() {
        return (int) judged.stream().filter(each -> each.weighty().isPresent()).count();
    }

    int score() {
        int light = (int) judged.stream()
                .filter(each -> each.weighty().isEmpty() && !(each.agrees(KIND) && each.agrees(GATE)))
                .count();
        return WEIGHTY * weighty() + light;
    }

    void print(PrintWriter out) {
        confusion(out);
        perKind(out);
        out.printf("%nfiles labelled %d", judged.size());
        out.println(unlabelled.isEmpty() ? "" : ", without a label " + unlabelled.size());
        missing.forEach(file -> out.println("labelled, but not there: " + file));
        for (String column : labels.columns()) {
            long right = judged.stream().filter(each -> each.agrees(column)).count();
            out.printf(
                    Locale.ROOT,
                    "accuracy %-8s %.4f (%d of %d)%n",
                    column,
                    share(right, judged.size()),
                    right,
                    judged.size());
        }
        for (String column : List.of(KIND, GATE)) {
            if (labels.columns().contains(column)) {
                out.printf(Locale.ROOT, "macro-F1 %-8s %.4f%n", column, macroF1(column));
            }
        }
        errors(out);
        for (String what : List.of("false opening", "missed police referral", "stop not recalled")) {
            out.printf("%-24s %d%n", what, count(what));
        }
        out.printf("score %d (each of these counts %d, every other mistaken kind or gate 1)%n", score(), WEIGHTY);
    }

    private long count(String what) {
        return judged.stream()
                .filter(each -> each.weighty().filter(what::equals).isPresent())
                .count();
    }

    /** Rows are labels, columns what was found. */
    private void confusion(PrintWriter out) {
        for (String column : List.of(KIND, GATE)) {
            var table = new TreeMap<String, Map<String, Integer>>(CorpusScore::byNumber);
            var found = new TreeSet<String>(CorpusScore::byNumber);
            for (Judged each : judged) {
                if (!each.label(column).isEmpty()) {
                    found.add(each.row().value(column));
                    table.computeIfAbsent(each.label(column), label -> new LinkedHashMap<>())
                            .merge(each.row().value(column), 1, Integer::sum);
                }
            }
            if (!table.isEmpty()) {
                matrix(out, column, table, found);
            }
        }
    }

    private static void matrix(
            PrintWriter out, String column, Map<String, Map<String, Integer>> table, Set<String> found) {
        out.printf("%nconfusion of %s: a line a label, a column what was found%n", column);
        out.println("label\t" + String.join("\t", found));
        table.forEach((label, counts) -> out.println(label + "\t"
                + String.join(
                        "\t",
                        found.stream()
                                .map(each -> counts.containsKey(each) ? String.valueOf(counts.get(each)) : ".")
                                .toList())));
    }

    private void perKind(PrintWriter out) {
        for (String column : List.of(KIND, GATE)) {
            for (String each : labelled(column)) {
                F1 f1 = f1(column, each);
                if (f1.value() < 1) {
                    out.printf(
                            Locale.ROOT,
                            "%s %s: precision %.3f, recall %.3f, F1 %.3f%n",
                            column,
                            each,
                            f1.precision(),
                            f1.recall(),
                            f1.value());
                }
            }
        }
    }

    private void errors(PrintWriter out) {
        for (Judged each : judged) {
            each.weighty()
                    .ifPresent(what -> out.println(
                            "COUNTS 100: " + what + ": " + each.row().file() + " (label "
                                    + each.label(KIND) + " " + each.label(GATE) + ", found "
                                    + each.row().value(KIND) + " "
                                    + each.row().value(GATE) + ") "
                                    + String.join(", ", each.row().why())));
        }
        for (Judged each : judged) {
            List<String> wrong = labels.columns().stream()
                    .filter(column -> !each.agrees(column))
                    .map(column -> column + " " + each.label(column) + " found "
                            + each.row().value(column))
                    .toList();
            if (!wrong.isEmpty() && each.weighty().isEmpty()) {
                out.println("differs: " + each.row().file() + ": " + String.join("; ", wrong) + " ["
                        + String.join(", ", each.row().why()) + "]");
            }
        }
    }

    /** The mean of F1 over every value that is a label. */
    double macroF1(String column) {
        return labelled(column).stream()
                .mapToDouble(each -> f1(column, each).value())
                .average()
                .orElse(0);
    }

    private Set<String> labelled(String column) {
        var all = new TreeSet<String>(CorpusScore::byNumber);
        judged.stream()
                .map(each -> each.label(column))
                .filter(label -> !label.isEmpty())
                .forEach(all::add);
        return all;
    }

    private record F1(double precision, double recall) {
        double value() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private F1 f1(String column, String value) {
        BiPredicate<Judged, Boolean> is = (each, byLabel) ->
                value.equals(byLabel ? each.label(column) : each.row().value(column));
        long both = judged.stream()
                .filter(each -> is.test(each, true) && is.test(each, false))
                .count();
        long found = judged.stream()
                .filter(each -> !each.label(column).isEmpty() && is.test(each, false))
                .count();
        long there = judged.stream().filter(each -> is.test(each, true)).count();
        return new F1(share(both, found), share(both, there));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static int byNumber(String one, String other) {
        boolean numbered = one.matches("K\\d+") && other.matches("K\\d+");
        return numbered
                ? Integer.compare(Integer.parseInt(one.substring(1)), Integer.parseInt(other.substring(1)))
                : one.compareTo(other);
    }
}
