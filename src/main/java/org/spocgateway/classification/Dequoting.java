package org.spocgateway.classification;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts own words from quoted ones, whether the answer stands above, below or between.
 *
 * <p>Where it cannot be told (an old mail below without quote marks), everything below counts as quoted: the mail then waits for a
 * person instead of opening something (R3).
 */
final class Dequoting {
    /** No program writes a longer line to mark a quotation; on longer ones the patterns would be slow. */
    private static final int LONGEST_MARK = 1000;

    private static final Pattern QUOTED_LINE = Pattern.compile("\\s{0,3}(?:>|\\|\\s).*");
    private static final Pattern ATTRIBUTION_START = Pattern.compile("(?i)\\s*>?\\s*(?:on|ar|le|at)\\b.{6,}");
    private static final Pattern ATTRIBUTION_END =
            Pattern.compile("(?i).*\\d.*\\b(?:wrote|writes|ysgrifennodd|a écrit)\\b.{0,80}:\\s*");
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?i)\\s*(?:[-_=*]{2,}\\s*(?:original|forwarded|neges|message d'origine)\\b.{0,60}|begin forwarded message:.*"
                    + "|neges wreiddiol.{0,20}|-{5,}\\s*forwarded by.*)");
    private static final Pattern HEADER_LINE = Pattern.compile(
            "(?i)\\s*\\**\\s*(?:from|sent|date|to|cc|subject|importance|oddi wrth|anfonwyd|dyddiad|at|i|pwnc|copi)\\s*:\\**(?:\\s.*|$)");
    private static final Pattern HEADER_FIRST = Pattern.compile("(?i)\\s*\\**\\s*(?:from|oddi wrth)\\s*:\\**\\s.*");
    private static final Pattern SIGNATURE = Pattern.compile("--\\s*|_{4,}\\s*");

    private static final Pattern ENDS_SENTENCE = Pattern.compile("\\s*|.*[.!?\\])*=_-]\\s*");

    private final List<Phrase> banners;
    private final List<Phrase> disclaimers;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder footer = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();
    private boolean inFooter;

    Dequoting(List<Phrase> banners, List<Phrase> disclaimers) {
        this.banners = banners;
        this.disclaimers = disclaimers;
    }

    OwnWords read(String tidy) {
        List<String> lines = tidy.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            at = step(lines, at);
        }
        return new OwnWords(
                text.toString().strip(),
                footer.toString().strip(),
                quoted.toString().strip());
    }

    private int step(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > LONGEST_MARK && !QUOTED_LINE.matcher(line).matches()) {
            return put(inFooter ? footer : text, line, at + 1);
        }
        int attribution = attributionLength(lines, at);
        if (attribution > 0) {
            return afterAttribution(lines, at, at + attribution);
        }
        if (QUOTED_LINE.matcher(line).matches()) {
            return put(quoted, line, at + 1);
        }
        if (SEPARATOR.matcher(line).matches() || isHeaderBlock(lines, at)) {
            return restIsQuoted(lines, at);
        }
        if (SIGNATURE.matcher(line).matches()) {
            inFooter = true;
            return at + 1;
        }
        if (startsParagraph(lines, at) && speaks(disclaimers, line)) {
            return paragraph(lines, at, footer);
        }
        if (startsParagraph(lines, at) && speaks(banners, line)) {
            return wrapped(lines, at);
        }
        return put(inFooter ? footer : text, line, at + 1);
    }

    private int afterAttribution(List<String> lines, int at, int next) {
        for (int index = at; index < next; index++) {
            put(quoted, lines.get(index), index);
        }
        int first = next;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        boolean marked =
                first < lines.size() && QUOTED_LINE.matcher(lines.get(first)).matches();
        return marked ? first : restIsQuoted(lines, first);
    }

    private int restIsQuoted(List<String> lines, int at) {
        for (int index = at; index < lines.size(); index++) {
            put(quoted, lines.get(index), index);
        }
        return lines.size();
    }

    private static int paragraph(List<String> lines, int at, StringBuilder where) {
        int index = at;
        while (index < lines.size() && !lines.get(index).isBlank()) {
            put(where, lines.get(index), index);
            index++;
        }
        return index;
    }

    /** A banner is one sentence or two, perhaps wrapped; whatever stands after it is somebody's words. */
    private static int wrapped(List<String> lines, int at) {
        int index = at;
        while (index < Math.min(at + 3, lines.size())
                && !ENDS_SENTENCE.matcher(lines.get(index)).matches()) {
            index++;
        }
        return Math.min(index + 1, lines.size());
    }

    private static int put(StringBuilder where, String line, int next) {
        where.append(line).append('\n');
        return next;
    }

    /** How many lines the attribution ("On … wrote:") takes that begins here; 0 if none does. Programs wrap it over up to three. */
    private static int attributionLength(List<String> lines, int at) {
        if (!ATTRIBUTION_START.matcher(lines.get(at)).matches()) {
            return 0;
        }
        var joined = new StringBuilder();
        for (int length = 1; length <= 3 && at + length <= lines.size(); length++) {
            String line = lines.get(at + length - 1);
            if (line.isBlank() || line.length() > LONGEST_MARK) {
                return 0;
            }
            if (ATTRIBUTION_END.matcher(joined.append(' ').append(line)).matches()) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isHeaderBlock(List<String> lines, int at) {
        if (!HEADER_FIRST.matcher(lines.get(at)).matches()) {
            return false;
        }
        int headers = 0;
        for (int index = at; index < Math.min(at + 5, lines.size()); index++) {
            headers += HEADER_LINE.matcher(lines.get(index)).matches() ? 1 : 0;
        }
        return headers >= 3;
    }

    private static boolean startsParagraph(List<String> lines, int at) {
        return at == 0 || lines.get(at - 1).isBlank();
    }

    private static boolean speaks(List<Phrase> phrases, String line) {
        return phrases.stream().anyMatch(phrase -> phrase.in(line).isPresent());
    }
}
