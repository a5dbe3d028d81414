package org.spocgateway.classification;

import java.util.regex.Pattern;

/** Levels what writing programs do to letters and links, so that rules see the same words from every one of them. */
final class PlainText {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern LINK =
            Pattern.compile("(?i)<?\\b(?:https?|ftp|file|mailto):[^\\s>\"]+>?|<?\\bwww\\.[^\\s>\"]+>?");

    private PlainText() {}

    /** Line ends as LF, ordinary spaces and quotes, no invisible characters, each link (rewritten or not) as the word {@code link}. */
    static String tidy(String text) {
        String level = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"')
                .replace('\u2011', '-')
                .replace('\u2013', '-')
                .replace('\u2014', '-');
        return LINK.matcher(INVISIBLE.matcher(level).replaceAll("")).replaceAll("link");
    }
}
