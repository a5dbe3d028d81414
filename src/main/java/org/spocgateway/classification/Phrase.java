package org.spocgateway.classification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words to look for, in the small notation of classification.yaml.
 *
 * <p>{@code word} is a whole word in any case, {@code gather*} any word that begins so, {@code (begin|start off)} one of several,
 * {@code [please]} may be missing, {@code ...} stands for at most five words, {@code ^} for the beginning of the
 * sentence. Between words any spaces and punctuation may stand.
 *
 * @param written as it stands in the file
 */
record Phrase(String written, Pattern pattern) {
    /** @throws IllegalArgumentException if brackets do not close or nothing is left to look for */
    static Phrase of(String written) {
        String body = new PhraseNotation(written.strip()).pattern();
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

    /** A stretch of a text; {@code to} is one after the last character. */
    record Place(int from, int to) {}
}
