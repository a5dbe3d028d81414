package org.spocgateway.classification;

import java.util.List;

/**
 * What the writer of a mail said, apart from what was quoted and what every mail of that house ends with.
 *
 * @param text the writer's own words; the only text that may ever open anything (R3)
 * @param footer signature and disclaimers: words there may close or stop, never open
 * @param quoted everything that came from an earlier mail: flagged, never obeyed
 */
record OwnWords(String text, String footer, String quoted) {
    static final OwnWords NONE = new OwnWords("", "", "");

    /** Takes a readable text apart, line by line. */
    static OwnWords of(String readable, List<Phrase> banners, List<Phrase> disclaimers) {
        return new Dequoting(banners, disclaimers).read(PlainText.tidy(readable));
    }

    @Override
    public String toString() {
        return "OwnWords[" + text.length() + " characters, redacted]";
    }
}
