package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Message-ID of a message without parsing it, so that accepting a message can never fail on its content. */
public final class MessageIdHeader {
    /** Only the first 64 KiB are looked at: headers stand at the top. */
    public static final int LOOK_AT_BYTES = 65_536;

    private static final Pattern LINE =
            Pattern.compile("(?im)^message-id:[ \\t]*(?:\\r?\\n[ \\t]+)?(<[^<>\\s]{1,250}>)");

    private MessageIdHeader() {}

    /** The identifier with its angle brackets; empty when there is none of a usable form (RFC 5322 section 3.6.4). */
    public static Optional<String> in(byte[] head) {
        int length = Math.min(head.length, LOOK_AT_BYTES);
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        int end = endOfHeaders(text);
        Matcher line = LINE.matcher(text.substring(0, end));
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static int endOfHeaders(String text) {
        int crlf = text.indexOf("\r\n\r\n");
        int lf = text.indexOf("\n\n");
        int end = Math.min(crlf < 0 ? text.length() : crlf, lf < 0 ? text.length() : lf);
        return end;
    }
}
