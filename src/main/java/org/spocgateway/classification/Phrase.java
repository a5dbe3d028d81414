package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words to look for, in the small notation of classification.yaml.
 *
 * <p>{@code word} is a whole word in any case, {@code gather*} any word that begins so, {@code (begin|start off)} one of several,
 * {@code [please]} may be missing, {@code ...} stands for at most five words. Between words any spaces and punctuation may stand.
 *
 * @param written as it stands in the file
 */
record Phrase(String written, Pattern pattern) {
    private static final String GAP = "[^\\p{L}\\p{N}]{1,4}";
    private static final String ANY_WORDS = "(?:" + GAP + "[\\p{L}\\p{N}'/-]+){0,5}?";

    /** @throws IllegalArgumentException if brackets do not close or nothing is left to look for */
    static Phrase of(String written) {
        String body = sequence(written.strip());
        if (body.isEmpty()) {
            throw new IllegalArgumentException("a phrase needs at least one word");
        }
        return new Phrase(
                written,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + body + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Where it stands first, if it does. */
    Optional<Place> in(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(new Place(matcher.start(), matcher.end())) : Optional.empty();
    }

    /** Every place where it stands. */
    List<Place> all(CharSequence text) {
        return pattern.matcher(text)
                .results()
                .map(found -> new Place(found.start(), found.end()))
                .toList();
    }

    private static String sequence(String written) {
        var body = new StringBuilder();
        boolean joins = false;
        for (String token : tokens(written)) {
            if (token.equals("...")) {
                body.append(ANY_WORDS);
                continue;
            }
            String join = joins ? GAP : "";
            if (token.startsWith("[")) {
                body.append("(?:").append(join).append(sequence(inside(token))).append(")?");
                continue;
            }
            body.append(join).append(one(token));
            joins = true;
        }
        return body.toString();
    }

    private static String one(String token) {
        if (token.startsWith("(")) {
            var choices = new ArrayList<String>();
            for (String choice : inside(token).split("\\|")) {
                choices.add(sequence(choice.strip()));
            }
            return "(?:" + String.join("|", choices) + ")";
        }
        boolean open = token.endsWith("*");
        String word = open ? token.substring(0, token.length() - 1) : token;
        return Pattern.quote(word.toLowerCase(Locale.ROOT)) + (open ? "[\\p{L}\\p{N}]*" : "");
    }

    private static String inside(String token) {
        if (token.length() < 3 || !(token.endsWith(")") || token.endsWith("]"))) {
            throw new IllegalArgumentException("a bracket does not close: " + token);
        }
        return token.substring(1, token.length() - 1);
    }

    private static List<String> tokens(String written) {
        var tokens = new ArrayList<String>();
        Matcher matcher =
                Pattern.compile("\\([^)]*\\)?|\\[[^]]*\\]?|[^\\s(\\[]+").matcher(written);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** A stretch of a text; {@code to} is one after the last character. */
    record Place(int from, int to) {}
}
