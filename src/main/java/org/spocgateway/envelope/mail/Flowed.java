package org.spocgateway.envelope.mail;

import java.util.ArrayList;
import java.util.List;

/** Puts lines together that were broken for the way (RFC 3676): a line with a space at its end goes on, if both are quoted as deeply. */
final class Flowed {
    private static final String SIGNATURE = "-- ";

    private Flowed() {}

    /** @param deletesSpace DelSp: the space at a line's end was put there to break it */
    static String text(String text, boolean deletesSpace) {
        List<String> out = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int depth = -1;
        for (String line : text.split("\\r?\\n", -1)) {
            int quotes = quotes(line);
            String words = unstuffed(line.substring(quotes));
            if (depth >= 0 && (quotes != depth || words.equals(SIGNATURE))) {
                out.add(marked(depth, open.toString()));
                depth = -1;
            }
            boolean isFlowed = words.endsWith(" ") && !words.equals(SIGNATURE);
            String kept = isFlowed && deletesSpace ? words.substring(0, words.length() - 1) : words;
            if (depth < 0) {
                open.setLength(0);
            }
            open.append(kept);
            depth = isFlowed ? quotes : -1;
            if (!isFlowed) {
                out.add(marked(quotes, open.toString()));
            }
        }
        if (depth >= 0) {
            out.add(marked(depth, open.toString()));
        }
        return String.join("\n", out);
    }

    private static int quotes(String line) {
        int quotes = 0;
        while (quotes < line.length() && line.charAt(quotes) == '>') {
            quotes++;
        }
        return quotes;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }

    private static String marked(int quotes, String words) {
        return quotes == 0 ? words : ">".repeat(quotes) + " " + words;
    }
}
