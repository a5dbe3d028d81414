package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence of a text, at its place.
 *
 * @param from where it begins in the whole text
 */
record Sentence(String text, int from) {
    private static final Pattern END =
            Pattern.compile("(?<=[.!?;])[\"')]*\\s+|\\n\\s*\\n|\\n\\s*(?=(?:[-*•]|\\d{1,2}[.)])\\s)"
                    + "|(?<=(?:^|\\n)[^\\n]{1,44})\\n(?=\\s*\\p{Lu})");

    /** The sentences in order. A line break alone ends none, since mail programs wrap lines, but after a short line it does. */
    static List<Sentence> in(String text) {
        var sentences = new ArrayList<Sentence>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            add(sentences, text, from, end.start());
            from = end.end();
        }
        add(sentences, text, from, text.length());
        return sentences;
    }

    boolean isQuestion() {
        return text.strip().endsWith("?");
    }

    private static void add(List<Sentence> sentences, String text, int from, int to) {
        String sentence = text.substring(from, to);
        if (!sentence.isBlank()) {
            sentences.add(new Sentence(sentence, from));
        }
    }

    @Override
    public String toString() {
        return "Sentence[redacted]";
    }
}
