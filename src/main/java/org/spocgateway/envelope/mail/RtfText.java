package org.spocgateway.envelope.mail;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an RTF document; HTML that Outlook wrapped in RTF too (MS-OXRTFEX). */
final class RtfText {
    private static final Set<String> UNSEEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "listtable",
            "themedata");
    private static final Pattern WORD = Pattern.compile("\\\\([a-z]{1,32})(-?\\d{1,9})? ?");
    private static final Pattern PAGE = Pattern.compile("\\\\ansicpg(\\d{3,5})");
    private static final Charset USUAL = Charset.forName("windows-1252");
    private static final int DEPTH_MOST = 1000;

    private final String rtf;
    private final Charset charset;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Boolean> unseen = new ArrayDeque<>();
    private boolean isUnseen;
    private boolean isRtfOnly;
    private int skip;

    private RtfText(String rtf) {
        this.rtf = rtf;
        Matcher page = PAGE.matcher(rtf.substring(0, Math.min(2000, rtf.length())));
        this.charset = page.find() ? Words.charset("windows-" + page.group(1)).orElse(USUAL) : USUAL;
    }

    static String of(String rtf) {
        var reading = new RtfText(rtf);
        reading.read();
        return reading.text.toString();
    }

    private void read() {
        Matcher word = WORD.matcher(rtf);
        for (int at = 0; at < rtf.length(); ) {
            char c = rtf.charAt(at);
            if (c == '{') {
                open();
                at++;
            } else if (c == '}') {
                isUnseen = !unseen.isEmpty() && unseen.pop();
                at++;
            } else if (c != '\\') {
                show(c == '\r' || c == '\n' ? "" : String.valueOf(c));
                at++;
            } else if (word.region(at, rtf.length()).lookingAt()) {
                word(word.group(1), Optional.ofNullable(word.group(2)).map(Integer::parseInt));
                at = word.end();
            } else {
                at = sign(at + 1);
            }
        }
    }

    private void open() {
        if (unseen.size() >= DEPTH_MOST) {
            throw new Costly("groups");
        }
        unseen.push(isUnseen);
    }

    private int sign(int at) {
        char c = at < rtf.length() ? rtf.charAt(at) : ' ';
        if (c == '\'' && at + 2 < rtf.length()) {
            int high = Character.digit(rtf.charAt(at + 1), 16);
            int low = Character.digit(rtf.charAt(at + 2), 16);
            show(high < 0 || low < 0 ? "" : new String(new byte[] {(byte) (high << 4 | low)}, charset));
            return at + 3;
        }
        if (c == '*') {
            isUnseen = true;
        } else {
            show(c == '~' ? " " : c == '{' || c == '}' || c == '\\' ? String.valueOf(c) : "");
        }
        return at + 1;
    }

    private void word(String word, Optional<Integer> number) {
        switch (word) {
            case "par", "line", "row" -> show("\n");
            case "tab", "cell" -> show(" ");
            case "htmlrtf" -> isRtfOnly = number.orElse(1) != 0;
            case "u" -> {
                show(String.valueOf((char) number.orElse(32).intValue()));
                skip = 1;
            }
            default -> isUnseen |= UNSEEN.contains(word);
        }
    }

    /** The character behind a Unicode one stands for it in old programs. */
    private void show(String words) {
        if (skip > 0 && !words.isEmpty()) {
            skip = 0;
            return;
        }
        if (!isUnseen && !isRtfOnly) {
            text.append(words);
        }
    }
}
