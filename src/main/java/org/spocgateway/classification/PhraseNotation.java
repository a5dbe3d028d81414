package org.spocgateway.classification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the notation of {@link Phrase} into a pattern; brackets may stand within brackets. */
final class PhraseNotation {
    // possessive throughout: a text has one way only to be cut into words, so no text makes the search try them all
    private static final String GAP = "[^\\p{L}\\p{N}]{1,4}+";
    private static final String ANY_WORDS = "(?:" + GAP + "[\\p{L}\\p{N}]++){0,5}?";
    private static final String START = "(?<=\\A[^\\p{L}\\p{N}]{0,8})";
    private static final Pattern WORD = Pattern.compile("[^\\s()\\[\\]|]+");

    private final String written;
    private int at;

    PhraseNotation(String written) {
        this.written = written;
    }

    /** @throws IllegalArgumentException if brackets do not match */
    String pattern() {
        String all = choices();
        if (at < written.length()) {
            throw new IllegalArgumentException("a bracket closes that was not opened");
        }
        return all;
    }

    private String choices() {
        var all = new StringBuilder(sequence());
        while (at < written.length() && written.charAt(at) == '|') {
            at++;
            all.append('|').append(sequence());
        }
        return all.toString();
    }

    private String sequence() {
        var all = new StringBuilder();
        boolean joins = false;
        while (skipSpace() && "|)]".indexOf(written.charAt(at)) < 0) {
            String join = joins ? GAP : "";
            char first = written.charAt(at);
            if (first == '[') {
                // an optional word at the front brings its own gap along, one further on the gap before it
                String inner = bracket(']');
                all.append("(?:").append(join).append("(?:").append(inner).append(')');
                all.append(joins ? "" : GAP).append(")?");
            } else if (first == '^') {
                at++;
                all.append(START);
            } else if (written.startsWith("...", at)) {
                at += 3;
                all.append(ANY_WORDS);
            } else {
                all.append(join).append(first == '(' ? "(?:" + bracket(')') + ")" : word());
                joins = true;
            }
        }
        return all.toString();
    }

    private boolean skipSpace() {
        while (at < written.length() && written.charAt(at) == ' ') {
            at++;
        }
        return at < written.length();
    }

    private String bracket(char close) {
        at++;
        String inner = choices();
        if (at >= written.length() || written.charAt(at) != close || inner.isEmpty()) {
            throw new IllegalArgumentException("a bracket does not close, or is empty");
        }
        at++;
        return inner;
    }

    private String word() {
        Matcher word = WORD.matcher(written);
        if (!word.find(at) || word.start() != at) {
            throw new IllegalArgumentException("a word was expected");
        }
        at = word.end();
        String text = word.group();
        boolean open = text.endsWith("*");
        return Pattern.quote(open ? text.substring(0, text.length() - 1) : text) + (open ? "[\\p{L}\\p{N}]*+" : "");
    }
}
