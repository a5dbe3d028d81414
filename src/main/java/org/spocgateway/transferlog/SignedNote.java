package org.spocgateway.transferlog;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A checkpoint taken apart: origin, size and root of the log, and the whole note it stood in (C2SP tlog-checkpoint, signed-note).
 *
 * @param body the three signed lines
 * @param signature key id and Ed25519 signature of the log, 68 bytes
 */
record SignedNote(String origin, long size, byte[] root, String body, byte[] signature) {
    private static final Pattern FORM = Pattern.compile(
            "(([!-*,-~]{1,160})\n(0|[1-9]\\d{0,17})\n([A-Za-z0-9+/]{43}=)\n)\n\u2014 \\2 ([A-Za-z0-9+/]{91}=)\n");

    /** Reads a note; empty when it has not exactly the form we write. The signature is not checked here. */
    static Optional<SignedNote> parse(String note) {
        var matcher = FORM.matcher(note);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var base64 = Base64.getDecoder();
        var read = new SignedNote(
                matcher.group(2),
                Long.parseLong(matcher.group(3)),
                base64.decode(matcher.group(4)),
                matcher.group(1),
                base64.decode(matcher.group(5)));
        // base64 has a second spelling for the same bytes, with the spare bits set: we never write it
        return Optional.of(read)
                .filter(each -> text(each.origin, each.body, each.signature).equals(note));
    }

    /** The three lines that are signed. */
    static String body(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** The whole note. */
    static String text(String origin, String body, byte[] signature) {
        return body + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }
}
