package org.spocgateway.classification;

import java.util.regex.Pattern;

/**
 * Whether the writer's own words are hardly more than a password for a file in another mail (domain 3.4).
 *
 * <p>It says yes or no and never where: nothing of the password leaves the mail.
 */
final class PasswordOnly {
    private static final int WORDS_MOST = 60;
    private static final int BARE_WORDS_MOST = 6;
    private static final String NAMES = "(?:pass ?-?(?:word|phrase|code)|cyfrinair)";

    /** "The password is …", "Password: …", "password for the zip - …"; not "the password is on its way". */
    private static final Pattern TOLD = Pattern.compile(
            "(?i)\\b" + NAMES + "\\b[^\\n?.]{0,60}?(?::|=|\\s-|\\bis|\\bare|\\byw)\\s*[\"'\u201c\u2018]?"
                    + "(?!(?:about|being|coming|due|expired|expiring|going|in the|needed|no longer|not|on its|on the way"
                    + "|required|reset|sent|set|the same|to be|to follow|too|unknown|with|wrong)\\b)\\S");

    private static final Pattern NAMED = Pattern.compile("(?i)\\b" + NAMES + "\\b");
    private static final Pattern SOMETHING_TO_DO =
            Pattern.compile("(?i)\\b(?:reset|expir\\w+|change your|click|log ?in|sign ?in|verify your|https?:)");

    private PasswordOnly() {}

    static boolean is(String subject, OwnWords words) {
        String text = words.text().strip();
        int count = text.isEmpty() ? 0 : text.split("\\s+").length;
        if (count == 0 || count > WORDS_MOST || SOMETHING_TO_DO.matcher(text).find()) {
            return false;
        }
        boolean isBare = count <= BARE_WORDS_MOST
                && !text.endsWith("?")
                && NAMED.matcher(subject).find();
        return isBare || TOLD.matcher(text).find();
    }
}
