package org.spocgateway.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Distance between words in letters changed, left out, put in or swapped (Damerau, restricted). */
final class Nearest {
    private Nearest() {}

    /** The candidate at most two letters away, the nearest first. */
    static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(each -> distance(word, each) <= 2)
                .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    /** How many single changes lie between two words. */
    static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = cell(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cell(int[][] table, String a, String b, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1), table[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
