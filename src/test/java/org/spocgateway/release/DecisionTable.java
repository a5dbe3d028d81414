package org.spocgateway.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads decision-table.txt, the oracle: knows words and lines, nothing of the rules or of the directory. */
final class DecisionTable {
    private static final List<String> WAY_COLUMNS = List.of("kind", "recipient", "profile", "leaving", "outside");

    private final Map<String, List<String>> dimensions = new LinkedHashMap<>();
    private final List<Line> ways = new ArrayList<>();
    private final List<Line> against = new ArrayList<>();
    private final Map<BitSet, String> verdicts = new HashMap<>();

    /** Holds where each dimension's bit of the case's word is set; {@code wayWanted} is empty for any. */
    private record Line(String name, boolean refuses, long[] masks, String wayWanted) {
        boolean holds(int[] words) {
            for (int i = 0; i < masks.length; i++) {
                if ((masks[i] >> words[i] & 1) == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    DecisionTable(Path file) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line.trim().split("\\s+"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, List<String>> dimensions() {
        return dimensions;
    }

    /** What it says of a case, given one number for each dimension in order: the way, or the verdict and every rule against it. */
    String of(int[] words) {
        String way = way(words);
        var rules = new BitSet();
        for (int i = 0; i < against.size(); i++) {
            Line line = against.get(i);
            if (line.holds(words)
                    && (line.wayWanted().isEmpty() || line.wayWanted().equals(way))) {
                rules.set(i);
            }
        }
        return rules.isEmpty() ? way : verdicts.computeIfAbsent(rules, this::verdict);
    }

    private String way(int[] words) {
        String way = "";
        for (Line line : ways) {
            if (line.holds(words)) {
                if (!way.isEmpty()) {
                    throw new IllegalStateException("two ways for " + Arrays.toString(words));
                }
                way = line.name();
            }
        }
        if (way.isEmpty()) {
            throw new IllegalStateException("no line says the way for " + Arrays.toString(words));
        }
        return way;
    }

    private String verdict(BitSet rules) {
        List<Line> lines = rules.stream().mapToObj(against::get).toList();
        String verdict = lines.stream().anyMatch(Line::refuses) ? "refused " : "held ";
        return verdict + lines.stream().map(Line::name).distinct().sorted().collect(Collectors.joining(" "));
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "dimension" -> dimensions.put(words[1], List.of(words).subList(2, words.length));
            case "way" -> {
                long[] masks = any();
                for (int i = 0; i < WAY_COLUMNS.size(); i++) {
                    narrow(masks, WAY_COLUMNS.get(i), words[i + 2]);
                }
                ways.add(new Line(words[1], false, masks, ""));
            }
            case "against" -> against.add(against(words));
            default -> throw new IllegalArgumentException("not a line of the table: " + words[0]);
        }
    }

    private Line against(String[] words) {
        long[] masks = any();
        String way = "";
        for (int i = 3; i < words.length; i++) {
            String[] condition = words[i].split("=", 2);
            if (condition[0].equals("way")) {
                way = condition[1];
            } else {
                narrow(masks, condition[0], condition[1]);
            }
        }
        return new Line(words[1], words[2].equals("refuse"), masks, way);
    }

    private long[] any() {
        long[] masks = new long[dimensions.size()];
        Arrays.fill(masks, -1L);
        return masks;
    }

    private void narrow(long[] masks, String dimension, String text) {
        if (text.equals("*")) {
            return;
        }
        boolean not = text.startsWith("!");
        List<String> known = dimensions.get(dimension);
        long mask = 0;
        for (String word : text.substring(not ? 1 : 0).split(",")) {
            if (known == null || !known.contains(word)) {
                throw new IllegalArgumentException(dimension + " has no word " + word);
            }
            mask |= 1L << known.indexOf(word);
        }
        masks[List.copyOf(dimensions.keySet()).indexOf(dimension)] = not ? ~mask : mask;
    }
}
