package org.spocgateway.classification;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.terms.MailAddress;

/**
 * Tells whether an address that nobody in the directory has was made to look like one that somebody has.
 *
 * <p>Compared are skeletons: letters only, lower case, look-alike letters of other scripts and digits folded (domain 3.4).
 */
final class Lookalike {
    private static final Map<Character, Character> TWINS = Map.ofEntries(
            Map.entry('а', 'a'),
            Map.entry('е', 'e'),
            Map.entry('о', 'o'),
            Map.entry('р', 'p'),
            Map.entry('с', 'c'),
            Map.entry('х', 'x'),
            Map.entry('у', 'y'),
            Map.entry('і', 'i'),
            Map.entry('ѕ', 's'),
            Map.entry('һ', 'h'),
            Map.entry('т', 't'),
            Map.entry('к', 'k'),
            Map.entry('м', 'm'),
            Map.entry('н', 'n'),
            Map.entry('ո', 'n'),
            Map.entry('ο', 'o'),
            Map.entry('ρ', 'p'),
            Map.entry('ι', 'i'),
            Map.entry('ν', 'v'),
            Map.entry('0', 'o'),
            Map.entry('1', 'l'),
            Map.entry('3', 'e'),
            Map.entry('5', 's'));

    /** Shorter skeletons would resemble by chance. */
    private static final int TELLING = 10;

    private final List<String> guarded;
    private final List<String> forceNames;

    Lookalike(Directory directory) {
        guarded = Stream.concat(
                        directory.forces().stream().flatMap(force -> force.domains().stream()),
                        directory.council().domains().stream())
                .map(Lookalike::skeleton)
                .filter(skeleton -> skeleton.length() >= TELLING)
                .toList();
        forceNames = directory.forces().stream()
                .map(Force::name)
                .map(Lookalike::skeleton)
                .toList();
    }

    boolean resembles(MailAddress from, String display) {
        return domainResembles(from.domain()) || displayClaims(display);
    }

    boolean domainResembles(String domain) {
        String skeleton = skeleton(IDN.toUnicode(domain));
        return guarded.stream().anyMatch(one -> skeleton.contains(one) || oneSlip(skeleton, one));
    }

    /** A display name that carries a guarded address or a force's whole name while the address is nobody's. */
    boolean displayClaims(String display) {
        String skeleton = skeleton(display);
        return Stream.concat(guarded.stream(), forceNames.stream())
                .anyMatch(one -> one.length() >= TELLING && skeleton.contains(one));
    }

    static String skeleton(String text) {
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var letters = new StringBuilder();
        for (char letter : folded.toCharArray()) {
            char twin = TWINS.getOrDefault(letter, letter);
            if (twin >= 'a' && twin <= 'z') {
                letters.append(twin);
            }
        }
        return letters.toString().replace("rn", "m").replace("vv", "w");
    }

    /** Whether one letter more, less or other makes the two equal. */
    static boolean oneSlip(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int begin = 0;
        int shorter = Math.min(one.length(), other.length());
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - begin - end <= 1;
    }
}
