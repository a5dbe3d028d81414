package org.spocgateway.directory;

import java.util.regex.Pattern;

/** The form of a mail domain in config/. */
final class MailDomain {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private MailDomain() {}

    static void check(Block block, String key, String domain) {
        if (!domain.equals("?") && !FORM.matcher(domain).matches()) {
            block.wrong(
                    key,
                    "'" + domain + "' is no mail domain.",
                    "Write small plain letters, such as northmere.police.uk.");
        }
    }

    /** Whether one is the other, or lies in it on whole labels. */
    static boolean overlap(String a, String b) {
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }
}
