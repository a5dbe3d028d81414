package org.spocgateway.envelope.mail;

import java.util.regex.Pattern;

/** The copy of hidden header fields that a sender puts before the text for old mail programs (RFC 9788 section 4.5.3). */
final class LegacyDisplay {
    /** Names the element of HTML that holds the copy. */
    static final String CLASS = "header-protection-legacy-display";

    private static final Pattern BLOCK =
            Pattern.compile("\\A(?:\\s*\\R)?[!-9;-~]{1,60}:[^\\r\\n]*\\R(?:[^\\r\\n]+\\R){0,20}\\R");

    private LegacyDisplay() {}

    /** Plain text without its first block, where that looks like header fields. */
    static String without(String text) {
        return BLOCK.matcher(text).replaceFirst("");
    }
}
