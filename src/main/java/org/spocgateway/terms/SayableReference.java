package org.spocgateway.terms;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The shape shared by case and request references: a word and four digits, easy to say on the telephone. */
final class SayableReference {
    static final Pattern FORM = Pattern.compile("[A-Z]{3,8}-[0-9]{4}");
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9/-])([A-Za-z]{3,8})[ -]?([0-9O]{4})(?![A-Za-z0-9/-])");

    private SayableReference() {}

    static String random(List<String> words, SecureRandom random) {
        return words.get(random.nextInt(words.size())) + "-"
                + String.format(Locale.ROOT, "%04d", random.nextInt(10_000));
    }

    static String checked(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reference: a word, a hyphen and four digits are expected");
        }
        return value;
    }

    /** All words of the list that stand with four digits in outside text, tidied; typing noise ({@code kestrel 4827}, O for 0) is forgiven. */
    static LinkedHashSet<String> in(String text, List<String> words) {
        var found = new LinkedHashSet<String>();
        var matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            String word = matcher.group(1).toUpperCase(Locale.ROOT);
            if (words.contains(word)) {
                found.add(word + "-" + matcher.group(2).replace('O', '0'));
            }
        }
        return found;
    }
}
