package org.spocgateway.classification;

import java.util.LinkedHashSet;
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
    private static final Pattern VALID = Pattern.compile("[A-Z]{2,6}(?:[/-][A-Z0-9]+)*[/-]9{2,9}");

    /** @throws IllegalArgumentException if the example does not begin in letters and end in a number */
    static ReferenceForm of(String example) {
        if (!VALID.matcher(example).matches()) {
            throw new IllegalArgumentException("not the example of a reference: " + example);
        }
        String[] groups = example.split("[/-]");
        var pattern = new StringBuilder("(?<![\\p{L}\\p{N}])");
        for (int index = 0; index < groups.length; index++) {
            boolean last = index == groups.length - 1;
            pattern.append(index == 0 ? "" : "[ /.\\\\-]{0,2}").append('(');
            pattern.append(group(groups[index], last)).append(')');
        }
        return new ReferenceForm(example, Pattern.compile(pattern + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
    }

    /** The form of a reference that somebody wrote; empty where it has no letters in front and no number behind. */
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

    private static String group(String written, boolean last) {
        if (!written.matches("9+")) {
            return Pattern.quote(written);
        }
        return "[0-9O]{" + (last ? 2 : written.length()) + "," + written.length() + "}";
    }

    private String tidy(MatchResult found) {
        String[] groups = example.split("[/-]");
        String separator = example.contains("/") ? "/" : "-";
        var tidy = new StringBuilder();
        for (int index = 0; index < groups.length; index++) {
            boolean number = groups[index].matches("9+");
            String text = found.group(index + 1).toUpperCase(Locale.ROOT);
            String digits = number ? text.replace('O', '0') : text;
            tidy.append(index == 0 ? "" : separator);
            tidy.append(number ? "0".repeat(groups[index].length() - digits.length()) : "")
                    .append(digits);
        }
        return tidy.toString();
    }
}
