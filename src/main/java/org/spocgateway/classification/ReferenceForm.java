package org.spocgateway.classification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The form of a reference that others use, written as an example: {@code PCM/9999/999999}.
 *
 * <p>Letters stand for themselves, {@code 9} for a digit. Typing noise is forgiven: any or no separator, the letter O for 0, leading
 * zeros of the last number left out.
 */
record ReferenceForm(String example, Pattern pattern) {
    private static final Pattern VALID =
            Pattern.compile("(?=.*[A-Z]{2})(?:[A-Z]{2,8}|9{2,4}[A-Z]{2,5})(?:[/-]?[A-Z0-9]+)*[/-]?9{2,9}");
    private static final Pattern GROUP = Pattern.compile("[A-Z]+|[0-9]+|[/-]");

    /** @throws IllegalArgumentException if the example has no letters or does not end in a number */
    static ReferenceForm of(String example) {
        if (!VALID.matcher(example).matches()) {
            throw new IllegalArgumentException("not the example of a reference: " + example);
        }
        var pattern = new StringBuilder("(?<![\\p{L}\\p{N}])");
        List<String> groups = groups(example);
        for (int index = 0; index < groups.size(); index++) {
            String group = groups.get(index);
            if (isMark(group)) {
                pattern.append("[ /._\\\\-]{0,3}");
            } else {
                boolean last = index == groups.size() - 1 && index > 0 && isMark(groups.get(index - 1));
                pattern.append(index > 0 && !isMark(groups.get(index - 1)) ? " ?" : "")
                        .append('(')
                        .append(group(group, last))
                        .append(')');
            }
        }
        return new ReferenceForm(example, Pattern.compile(pattern + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
    }

    /** The form of a reference that somebody wrote; empty where it is none. */
    static Optional<ReferenceForm> like(String written) {
        String example = written.strip().toUpperCase(Locale.ROOT).replaceAll("[0-9]", "9");
        return VALID.matcher(example).matches() ? Optional.of(of(example)) : Optional.empty();
    }

    /** Every reference of this form in the text, tidied, each once. */
    Set<String> in(String text) {
        var found = new LinkedHashSet<String>();
        pattern.matcher(text).results().map(this::tidy).forEach(found::add);
        return found;
    }

    private static List<String> groups(String example) {
        return GROUP.matcher(example).results().map(MatchResult::group).toList();
    }

    private static boolean isMark(String group) {
        return group.equals("/") || group.equals("-");
    }

    private static boolean isNumber(String group) {
        return group.matches("9+");
    }

    /** A year may be written with two digits. */
    private static String group(String written, boolean last) {
        if (!isNumber(written)) {
            return Pattern.quote(written);
        }
        String digits = "[0-9OIL]{" + (last ? 2 : written.length()) + "," + written.length() + "}";
        return !last && written.length() == 4 ? digits + "|[0-9]{2}" : digits;
    }

    private String tidy(MatchResult found) {
        var tidy = new StringBuilder();
        int at = 0;
        for (String group : groups(example)) {
            if (isMark(group)) {
                tidy.append(group);
                continue;
            }
            at++;
            String text = found.group(at).toUpperCase(Locale.ROOT);
            boolean year = isNumber(group) && group.length() == 4 && text.length() == 2 && at < found.groupCount();
            tidy.append(isNumber(group) ? number(text, group.length(), year) : text);
        }
        return tidy.toString();
    }

    private static String number(String text, int length, boolean year) {
        String digits = text.replace('O', '0').replace('I', '1').replace('L', '1');
        return year ? "20" + digits : "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
